const lookalikes: Record<string, string> = { "<": "\u2039", ">": "\u203a", '"': "\u201d", "'": "\u2019" };

/**
 * The text with every character that could open a tag or an attribute replaced by one that looks alike.
 * Unlike escaping it can be applied once, whether or not what shows the text escapes it again.
 */
export const makeInert = (text: string): string => text.replace(/[<>"']/g, (mark) => lookalikes[mark] ?? "");

/** The same for every string in a copy of plain data; functions are left out. */
export const makeAllInert = (value: unknown): unknown => {
  if (typeof value === "string") return makeInert(value);
  if (Array.isArray(value)) return value.map(makeAllInert);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [makeInert(key), makeAllInert(item)]));
};
