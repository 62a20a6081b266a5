import type { Remark } from "./snippet.ts";

/** The parts of a text that say something of calendars. */
export interface HtmlParts {
  readonly scripts: readonly Piece[];
  /** Elements with our own attributes. */
  readonly tags: readonly Tag[];
  readonly remarks: readonly Remark[];
}

/** A piece of the text, by offsets. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

export interface Tag {
  readonly offset: number;
  /** Names in lower case, values with their entities decoded. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Splits HTML into scripts and tags of ours; a text without a tag is one script. */
export const splitHtml = (text: string): HtmlParts => {
  if (/&lt;script/i.test(text) && !/<script/i.test(text)) {
    return { scripts: [], tags: [], remarks: [remarkAt(text.search(/&lt;script/i), escaped)] };
  }
  if (!/^\s*<|<script[\s>]|<!--/i.test(text))
    return { scripts: [{ start: 0, end: text.length }], tags: [], remarks: [] };

  const scripts: Piece[] = [];
  const tags: Tag[] = [];
  const remarks: Remark[] = [];
  for (const { index, 0: whole, groups = {} } of text.matchAll(markup)) {
    if (whole.startsWith("<!--")) {
      if (mentionsCalendar(whole)) remarks.push(remarkAt(index, commentedOut));
      continue;
    }
    const attributes = readAttributes(groups["attributes"] ?? groups["others"] ?? "");
    const start = index + whole.length - (groups["body"] ?? "").length - (groups["close"] ?? "").length;
    const body = { start, end: start + (groups["body"] ?? "").length };
    if (isOurs(attributes)) tags.push({ offset: index, attributes });
    else if (groups["name"]?.toLowerCase() === "script") {
      const judged = judgeScript(attributes, groups["body"] ?? "");
      if (judged === "read") scripts.push(body);
      else if (judged !== "skip") remarks.push(remarkAt(index, judged));
      if (!groups["close"]) remarks.push(remarkAt(index, unclosed));
    } else {
      const handler = [...attributes].find(
        ([name, value]) => name.startsWith("on") && mentionsCalendar(value),
      );
      if (handler)
        remarks.push(
          remarkAt(index, `The attribute ${handler[0]} starts a calendar; only scripts are read.`),
        );
    }
  }
  return { scripts, tags, remarks };
};

const attributes = String.raw`(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)`;
const markup = new RegExp(
  String.raw`<!--[^]*?(?:-->|$)|<(?<name>script)(?=[\s>/])${attributes}>(?<body>[^]*?)(?<close></script\s*>|$)|<(?:[a-z][\w-]*)(?=[\s/])${attributes.replace("attributes", "others")}>`,
  "gi",
);

const isOurs = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.has("data-resource-id") || attributes.has("data-timekit-resource-id");

/** Whether a script is to be read; a sentence where it should have been but cannot. */
const judgeScript = (attributes: ReadonlyMap<string, string>, body: string): string => {
  const source = attributes.get("src");
  const type = attributes.get("type")?.trim().toLowerCase() ?? "";
  if (source !== undefined) return /booking-js\/v[23]\//.test(source) ? alreadyNewer : "skip";
  if (type === "" || /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/.test(type))
    return "read";
  return mentionsCalendar(body)
    ? `Browsers do not run a script of the type “${type}”, so it is not read.`
    : "skip";
};

const mentionsCalendar = (text: string): boolean => /timekitBookingConfig|TimekitBooking/.test(text);

const remarkAt = (offset: number, reason: string): Remark => ({ offset, path: "", code: "", reason });

const readAttributes = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
      ([, name = "", double, single, bare]) => [
        name.toLowerCase(),
        decodeEntities(double ?? single ?? bare ?? ""),
      ],
    ),
  );

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(quot|apos|amp|lt|gt));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );

const named: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: "&", lt: "<", gt: ">" };

const escaped =
  "These are tags as text (“&lt;script”), as an editor shows them. Paste the page's source instead.";
const commentedOut = "A calendar inside of an HTML comment does nothing on the page, so it is not read.";
const unclosed = "This script is not closed by </script>; it was read up to the end.";
const alreadyNewer = "This page loads Booking.js v2 or v3 already.";
