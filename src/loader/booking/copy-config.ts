import { isPlainObject, type PlainObject } from "../plain-object.ts";

/**
 * Copies Booking.js options without touching them: objects and arrays are copied, functions, elements and
 * dates are shared.
 * @throws what `refuse` makes of `__proto__` and its like, a `javascript:` address, a cycle.
 */
export const copyConfig = (
  config: PlainObject,
  refuse: (option: string) => Error,
): Record<string, unknown> => {
  const copyText = (text: string, path: string): string => {
    // Browsers skip control characters and white space in front of and inside a scheme.
    if (/^(javascript|vbscript|data):/i.test(text.replace(/[\0-\x20]/g, ""))) throw refuse(path);
    return text;
  };

  const copyObject = (
    object: PlainObject,
    path: string,
    parents: readonly unknown[],
  ): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(object).map(([key, item]) => {
        const itemPath = `${path}.${key}`;
        if (/^(__proto__|constructor|prototype)$/.test(key)) throw refuse(itemPath);
        return [key, copy(item, itemPath, parents)];
      }),
    );

  const copy = (value: unknown, path: string, parents: readonly unknown[]): unknown => {
    if (typeof value === "string") return copyText(value, path);
    if (parents.includes(value)) throw refuse(`${path}, which contains itself`);
    const family = [...parents, value];
    if (Array.isArray(value)) return value.map((item, index) => copy(item, `${path}[${index}]`, family));
    return isPlainObject(value) ? copyObject(value, path, family) : value;
  };

  return copyObject(config, "config", [config]);
};
