import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { findPlaceholders, replacePlaceholders } from "./placeholders.ts";
import { mentionsCalendar, type Remark, remarkAt, type Span } from "./snippet.ts";

/** The parts of a text that say something of calendars. */
export interface HtmlParts {
  readonly scripts: readonly Piece[];
  /** Elements with our own attributes. */
  readonly tags: readonly Tag[];
  /** Script elements that load v1. */
  readonly loads: readonly LoadedScript[];
  readonly remarks: readonly Remark[];
}

/** A script of the text, by offsets. */
export interface Piece extends Span {
  /** Its element; absent where the whole text is a script. */
  readonly element?: Span;
  readonly isTyped?: boolean;
}

export interface Tag {
  readonly offset: number;
  /** Names in lower case, values with their entities decoded. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface LoadedScript {
  readonly element: Span;
  readonly source: Span;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Splits a page into scripts, tags of ours and scripts of v1, as browsers read it. */
export const splitHtml = (text: string): HtmlParts => {
  const parts = {
    scripts: [] as Piece[],
    tags: [] as Tag[],
    loads: [] as LoadedScript[],
    remarks: [] as Remark[],
  };
  const placeholders = findPlaceholders(text);
  for (const one of placeholders) {
    const inside = text.slice(one.start, one.end);
    if (mentionsCalendar(inside) || v1Address.test(inside)) parts.remarks.push(remarkAt(one.start, onServer));
  }
  const document = parse(
    replacePlaceholders(text, placeholders, () => "name"),
    {
      sourceCodeLocationInfo: true,
      scriptingEnabled: true,
    },
  );
  visit(document, false, { text, ...parts });
  return parts;
};

type Found = { readonly text: string } & {
  [Key in keyof HtmlParts]: HtmlParts[Key][number][];
};

const visit = (node: DefaultTreeAdapterTypes.Node, isDead: boolean, found: Found): void => {
  if (node.nodeName === "#comment" && "data" in node && mentionsCalendar(node.data)) {
    found.remarks.push(remarkAt(node.sourceCodeLocation?.startOffset ?? 0, commentedOut, { isDead: true }));
  }
  if (node.nodeName === "#text" && "value" in node && mentionsCalendar(node.value)) visitText(node, found);
  if ("tagName" in node) visitElement(node, isDead, found);
  if ("content" in node) visit(node.content, true, found);
  if ("childNodes" in node && node.nodeName !== "script")
    for (const child of node.childNodes) visit(child, isDead, found);
};

// Scripts that are text to a browser: in a field, as entities, in <noscript>.
const visitText = (node: DefaultTreeAdapterTypes.TextNode, { remarks }: Found): void => {
  if (!/<script/i.test(node.value)) return;
  remarks.push(remarkAt(node.sourceCodeLocation?.startOffset ?? 0, asText, { isDead: true }));
};

const visitElement = (node: DefaultTreeAdapterTypes.Element, isDead: boolean, found: Found): void => {
  const location = node.sourceCodeLocation;
  const offset = location?.startOffset ?? 0;
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  const handler = node.attrs.find(({ name, value }) => name.startsWith("on") && mentionsCalendar(value));
  if (handler) {
    found.remarks.push(
      remarkAt(offset, `The attribute ${handler.name} starts a calendar; only scripts are read.`),
    );
  }
  if (attributes.has("data-resource-id") || attributes.has("data-timekit-resource-id")) {
    if (!isDead) found.tags.push({ offset, attributes });
  } else if (node.tagName === "script" && location) visitScript(node, { isDead, attributes }, found);
};

const visitScript = (
  node: DefaultTreeAdapterTypes.Element,
  { isDead, attributes }: { readonly isDead: boolean; readonly attributes: ReadonlyMap<string, string> },
  { text, scripts, loads, remarks }: Found,
): void => {
  const location = node.sourceCodeLocation;
  if (!location) return;
  const element = { start: location.startOffset, end: location.endOffset };
  const source = attributes.get("src");
  if (source !== undefined) {
    const at = location.attrs?.["src"];
    if (newerAddress.test(source)) remarks.push(remarkAt(element.start, alreadyNewer, { isDead: true }));
    if (v1Address.test(source) && at && location.endTag && !isDead) {
      loads.push({ element, source: { start: at.startOffset, end: at.endOffset }, attributes });
    }
    return;
  }
  const body = {
    start: location.startTag?.endOffset ?? element.start,
    end: location.endTag?.startOffset ?? text.length,
  };
  const inside = text.slice(body.start, body.end);
  const type = attributes.get("type")?.trim().toLowerCase() ?? "";
  const dead = (reason: string): void => {
    if (mentionsCalendar(inside)) remarks.push(remarkAt(element.start, reason, { isDead: true }));
  };
  if (isDead) return dead(inTemplate);
  const language = attributes.get("lang")?.toLowerCase() ?? "";
  if (!/^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma|type)script)$/.test(type))
    return dead(`Browsers do not run a script of the type “${type}”, so it is not read.`);
  const isTyped = /^(?:ts|tsx|typescript)$/.test(language) || type.includes("typescript");
  scripts.push({ ...body, ...(location.endTag && { element }), ...(isTyped && { isTyped }) });
  if (!location.endTag && mentionsCalendar(inside)) remarks.push(remarkAt(element.start, unclosed));
};

const v1Address = /booking-js\/v1\/|(?:booking-js|timekit-booking)@v?1[./]/;
const newerAddress = /booking-js\/v[23]\/|(?:booking-js|timekit-booking)@v?[23][./]/;

const onServer =
  "Code of the server writes something of a calendar here, which only its run would tell. Open the page in a browser and paste its source, or put our tag into that code by hand.";
const asText =
  "These are tags as text, which a browser shows and does not run. Paste the page's source instead.";
const commentedOut = "A calendar inside of an HTML comment does nothing on the page, so it is not read.";
const inTemplate = "A script inside of <template> does nothing until the page copies it, so it is not read.";
const unclosed = "This script is not closed by </script>; it was read up to the end.";
const alreadyNewer = "This page loads Booking.js v2 or v3 already.";
