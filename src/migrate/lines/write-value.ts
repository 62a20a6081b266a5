import type { Plain } from "../migration.ts";
import { todoPrefix } from "../reshape/mark-unread.ts";
import { writtenAs } from "../source/code.ts";
import { isSpread } from "../source/found.ts";
import { writeFunction } from "./write-function.ts";

/**
 * A configuration as source text for a page, whose lines after the first begin with the indent. Nothing in it, whoever
 * wrote it, can end the script or begin a tag.
 */
export const writeValue = (value: Plain, indent: string): string => {
  if (typeof value === "function") return neutralise(writeFunction(value));
  if (typeof value !== "object" || value === null) return neutralise(JSON.stringify(value));
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => `${writeValue(item, inner)},`)
    : Object.entries(value).map(([key, item]) => writeProperty(key, item, inner));
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${items.map((item) => `${inner}${item}\n`).join("")}${indent}${close}`;
};

const writeProperty = (key: string, value: Plain, indent: string): string => {
  const written = typeof value === "function" ? writtenAs(value) : undefined;
  if (written && key.startsWith(todoPrefix))
    return `/* ${neutralise(`${key.replace(/\.?\.{3}\d+$/, " ...")}: ${written.source}`.replaceAll("*/", "* /"))} */`;
  if (written && isSpread(key)) return `...${neutralise(written.source)},`;
  return `${writeKey(key)}: ${writeValue(value, indent)},`;
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
