import type { Callable, Plain, PlainObject } from "../migrate/index.ts";
import { writeFunction } from "./write-function.ts";

/**
 * Booking.js v2's lines for a page, with these options. What a person has to fill in ends in `…`. Nothing in the
 * options, whoever wrote them, can end the script or begin a tag. `sourceOf` gives a function's source.
 */
export const writeSnippet = (
  config: PlainObject,
  sourceOf: (value: Callable) => string = writeFunction,
): string =>
  [
    ...("el" in config ? [] : ['<div id="bookingjs"></div>']),
    "<script>",
    `  window.timekitBookingConfig = ${write({ ...toFillIn(config), ...config }, { indent: "  ", sourceOf })};`,
    "</script>",
    '<script src="https://ajax.googleapis.com/ajax/libs/jquery/3.7.1/jquery.min.js" defer></script>',
    '<script src="https://cdn.timekit.io/booking-js/v2/booking.min.js" defer></script>',
  ].join("\n");

const toFillIn = (config: PlainObject): PlainObject => ({
  app_key: "live_widget_key_…",
  ...("project_slug" in config ? {} : { project_id: "…" }),
});

interface Writing {
  readonly indent: string;
  readonly sourceOf: (value: Callable) => string;
}

const write = (value: Plain, { indent, sourceOf }: Writing): string => {
  if (typeof value === "function") return neutralise(sourceOf(value));
  if (typeof value !== "object" || value === null) return neutralise(JSON.stringify(value));
  const isList = Array.isArray(value);
  const inner = { indent: `${indent}  `, sourceOf };
  const items = isList
    ? value.map((item) => write(item, inner))
    : Object.entries(value).map(([key, item]) => `${writeKey(key)}: ${write(item, inner)}`);
  const [open, close] = isList ? "[]" : "{}";
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${items.map((item) => `${inner.indent}${item},\n`).join("")}${indent}${close}`;
};

// In brackets `__proto__` is a key like any other.
const writeKey = (key: string): string =>
  key === "__proto__"
    ? '["__proto__"]'
    : /^[A-Za-z_$][\w$]*$/.test(key)
      ? key
      : neutralise(JSON.stringify(key));

/** What would end the script, or begin a comment of HTML, says the same in a string, a template or a pattern. */
const neutralise = (code: string): string => code.replace(/<(?=\/script|!--)/gi, "\\x3c");
