import { isPlainObject, type PlainObject } from "../plain-object.ts";
import type { Prefill } from "../vendor.ts";

/** So much of a field is taken from the address, in characters. */
const longest = 500;

/**
 * The options with what the page's address says of the fields that may be filled. Anybody can write a link: a field that
 * is locked or filled stays as it is, also where `over` says so, which v1 puts over the options. v1 escapes the texts.
 */
export const prefillFields = (
  options: PlainObject,
  prefill: Prefill | undefined,
  over: PlainObject = {},
): Record<string, unknown> => {
  if (!prefill) return { ...options };
  const query = new URLSearchParams(prefill.search);
  const fields = { ...toObject(options["bookingFields"]) };
  for (const name of prefill.fields.split(/[\s,]+/)) {
    const text = Array.from(query.get(`customer.${name}`) ?? "")
      .slice(0, longest)
      .join("");
    const own = toObject(fields[name]);
    const { locked, prefilled } = { ...own, ...toObject(toObject(over["bookingFields"])[name]) };
    if (text && !locked && !prefilled) fields[name] = { ...own, prefilled: text };
  }
  return { ...options, ...(Object.keys(fields).length > 0 && { bookingFields: fields }) };
};

const toObject = (value: unknown): PlainObject => (isPlainObject(value) ? value : {});
