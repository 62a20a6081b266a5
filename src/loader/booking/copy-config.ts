import { LoaderError } from "../errors.ts";
import { makeInert } from "../inert.ts";
import { isPlainObject, type PlainObject } from "../plain-object.ts";

/**
 * Copies Booking.js options without touching them: objects and arrays are copied, functions, elements and
 * dates are shared. In a stranger's options no string can become HTML.
 * @throws LoaderError `config/bad-option` for `__proto__` and its like, a `javascript:` address, a cycle.
 */
export const copyConfig = (config: PlainObject, isOwners: boolean): Record<string, unknown> => {
  const copy = (value: unknown, path: string, parents: readonly unknown[]): unknown => {
    if (typeof value === "string") return copyText(value, path, isOwners);
    if (!Array.isArray(value) && !isPlainObject(value)) return value;
    if (parents.includes(value)) throw refuse(`${path} contains itself`);
    const family = [...parents, value];
    if (Array.isArray(value)) return value.map((item, index) => copy(item, `${path}[${index}]`, family));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const itemPath = `${path}.${key}`;
        if (/^(__proto__|constructor|prototype)$/.test(key)) throw refuse(itemPath);
        return [isOwners ? key : makeInert(key), copy(item, itemPath, family)];
      }),
    );
  };
  return copy(config, "config", []) as Record<string, unknown>;
};

const copyText = (text: string, path: string, isOwners: boolean): string => {
  // Browsers skip control characters and white space in front of and inside a scheme.
  if (/^(javascript|vbscript|data):/i.test(text.replace(/[\0-\x20]/g, ""))) throw refuse(path);
  return isOwners ? text : makeInert(text);
};

const refuse = (subject: string): LoaderError => new LoaderError("config/bad-option", { subject });
