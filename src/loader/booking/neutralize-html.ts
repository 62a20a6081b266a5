const lookalikes: Record<string, string> = { "<": "\u2039", ">": "\u203a", '"': "\u201d", "'": "\u2019" };

/**
 * The text with every character that could open a tag or an attribute replaced by one that looks alike.
 * Unlike escaping it can be applied once, whether or not what shows the text escapes it again.
 */
export const neutralizeHtml = (text: string): string =>
  text.replace(/[<>"']/g, (mark) => lookalikes[mark] ?? "");

/** The same for every string in a copy of plain data; functions are left out. */
export const neutralizeAllHtml = (value: unknown): unknown => {
  if (typeof value === "string") return neutralizeHtml(value);
  if (Array.isArray(value)) return value.map(neutralizeAllHtml);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [neutralizeHtml(key), neutralizeAllHtml(item)]),
  );
};
