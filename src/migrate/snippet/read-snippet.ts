import { findCalendars, type Candidate } from "./find-calendars.ts";
import { collectNames } from "./names.ts";
import { parseScript, type Script } from "./parse-script.ts";
import { createPositions } from "./positions.ts";
import { createReader } from "./reader.ts";
import { type FoundCalendar, type Remark, remarkAt, type Snippet, type Unread } from "./snippet.ts";
import { type HtmlParts, splitHtml, type Tag } from "./split-html.ts";

/** What kind of text it is; by its looks where that is not known. */
export interface TextKind {
  readonly kind?: "html" | "script" | "typed";
}

/**
 * Reads calendars of Booking.js v1 out of HTML, a script or a bare configuration. Nothing of it is run: what only a run
 * would tell is listed as unread, and stands in the configuration as it is written. Never throws.
 */
export const readSnippet = (text: string, { kind }: TextKind = {}): Snippet => {
  const remarks: Remark[] = [];
  const remark = (one: Remark): void => void remarks.push(one);
  const { scripts: pieces, tags, loads, remarks: htmlRemarks } = split(text, kind);
  remarks.push(...htmlRemarks);

  const scripts: Script[] = [];
  for (const piece of pieces) {
    const parsed = parseScript(piece, text);
    if ("tree" in parsed) scripts.push(parsed);
    else remark(parsed);
  }
  const names = collectNames(scripts);
  const placeholders = scripts.flatMap((script) => script.placeholders);
  const reader = createReader({ text, names, placeholders, remark });
  const readings = {
    reader,
    names,
    remark,
    countRemarks: () => remarks.length,
    isOfTimekit: kind === undefined || /timekit/i.test(text),
  };
  const found = [...findCalendars(scripts, readings), ...readTags(tags, remark)];
  if (kind === undefined && found.length === 0 && remarks.length === 0 && text.trim() !== "") {
    remark(remarkAt(text.search(/\S/), nothingFound));
  }

  const at = createPositions(text);
  return {
    calendars: found
      .sort(byOffset)
      .map(({ offset, ...rest }): FoundCalendar => ({ at: at(offset), ...rest })),
    unread: distinct(remarks)
      .sort(byOffset)
      .map(({ offset, ...rest }): Unread => ({ at: at(offset), ...rest })),
    loads: loads.map((load) => ({ at: at(load.element.start), ...load })),
  };
};

const split = (text: string, kind: TextKind["kind"]): HtmlParts => {
  const whole = (isTyped: boolean): HtmlParts => ({
    scripts: [{ start: 0, end: text.length, isTyped }],
    tags: [],
    loads: [],
    remarks: [],
  });
  if (kind === "script" || kind === "typed") return whole(kind === "typed");
  if (kind === "html") return splitHtml(text);
  if (/&lt;script/i.test(text) && !/<script/i.test(text)) {
    return { scripts: [], tags: [], loads: [], remarks: [remarkAt(text.search(/&lt;script/i), escaped)] };
  }
  return /^\s*<|<script[\s>]|<!--/i.test(text) ? splitHtml(text) : whole(false);
};

// The calendars of our own tags and containers, with the v1 options in `data-config`.
const readTags = (tags: readonly Tag[], remark: (one: Remark) => void): readonly Candidate[] =>
  tags.map(({ offset, attributes }): Candidate => {
    const resourceId = attributes.get("data-resource-id") ?? attributes.get("data-timekit-resource-id") ?? "";
    const config = parseJson(attributes.get("data-config") ?? "{}");
    if (config === undefined) {
      const reason = "data-config is no JSON, so its options were not read.";
      remark({ ...remarkAt(offset, reason), path: "data-config" });
    }
    return { offset, kind: "tag", config: config ?? {}, ...(resourceId !== "" && { resourceId }) };
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Said as a remark by the caller.
    return undefined;
  }
};

const byOffset = (one: { offset: number }, other: { offset: number }): number => one.offset - other.offset;

// A constant that two calendars share is read twice and is to be told of once.
const distinct = (remarks: readonly Remark[]): Remark[] => [
  ...new Map(remarks.map((one) => [`${one.offset} ${one.path} ${one.reason}`, one])).values(),
];

const escaped =
  "These are tags as text (“&lt;script”), as an editor shows them. Paste the page's source instead.";
const nothingFound =
  "There is no configuration of Booking.js v1 here: neither timekitBookingConfig, nor a call of init(), nor an object of options.";
