import { findCalendars } from "./find-calendars.ts";
import { findTags } from "./find-tags.ts";
import { collectNames } from "./names.ts";
import { parseScript, type Script } from "./parse-script.ts";
import { createPositions } from "./positions.ts";
import { createReader } from "./reader.ts";
import type { FoundCalendar, Position, Remark, Snippet } from "./snippet.ts";
import { splitHtml } from "./split-html.ts";

/**
 * Reads calendars of Booking.js v1 out of HTML, a script or a bare configuration. Nothing of it is run: what only a run
 * would tell is listed as unread. Never throws.
 */
export const readSnippet = (text: string): Snippet => {
  const positionOf = createPositions(text);
  const remarks: Remark[] = [];
  const { scripts: pieces, tags, remarks: htmlRemarks } = splitHtml(text);
  remarks.push(...htmlRemarks);

  const scripts: Script[] = [];
  for (const piece of pieces) {
    const parsed = parseScript(piece, text);
    if ("tree" in parsed) scripts.push(parsed);
    else remarks.push(parsed);
  }
  const names = collectNames(scripts);
  const reader = createReader({ text, names, remark: (one) => remarks.push(one) });
  const found = [...findCalendars(scripts, { reader, names }), ...findTags(tags, (one) => remarks.push(one))];
  if (found.length === 0 && remarks.length === 0 && text.trim() !== "") {
    remarks.push({ offset: text.search(/\S/), path: "", code: "", reason: nothingFound });
  }

  return {
    calendars: found
      .sort(byOffset)
      .map(({ offset, ...rest }): FoundCalendar => ({ at: positionOf(offset), ...rest })),
    unread: distinct(remarks)
      .sort(byOffset)
      .map(({ offset, ...rest }): { at: Position } & typeof rest => ({ at: positionOf(offset), ...rest })),
    functions: reader.functions,
  };
};

const byOffset = (one: { offset: number }, other: { offset: number }): number => one.offset - other.offset;

// A constant that two calendars share is read twice and is to be told of once.
const distinct = (remarks: readonly Remark[]): readonly Remark[] & Remark[] => [
  ...new Map(remarks.map((one) => [`${one.offset} ${one.path} ${one.reason}`, one])).values(),
];

const nothingFound =
  "There is no configuration of Booking.js v1 here: neither timekitBookingConfig, nor a call of init(), nor an object of options.";
