/**
 * Where a text stops being JSON, as `line 1, column 9`; undefined where it is JSON. Browsers' own messages quote the
 * text, and some do not say the place.
 */
export const findJsonFault = (text: string): string | undefined => {
  let at = 0;
  const take = (token: string): boolean => {
    // Of white space JSON has no more than these: a no-break space that was pasted is a fault.
    const pattern = new RegExp(`[ \\t\\n\\r]*${token}`, "y");
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  // The ends of what is open, the innermost last. No recursion: a stranger's container may nest as deep as it likes.
  const open: string[] = [];
  const takeKey = (): boolean => take(stringToken) && take(":");
  /** A value, or the beginning of one that is not empty. */
  const takeValue = (): boolean => {
    for (;;) {
      if (take(scalarToken)) return true;
      if (take("\\[")) {
        if (take("\\]")) return true;
        open.push("\\]");
      } else if (take("{")) {
        if (take("}")) return true;
        open.push("}");
        if (!takeKey()) return false;
      } else return false;
    }
  };
  const takeAll = (): boolean => {
    if (!takeValue()) return false;
    for (let end = open.at(-1); end; end = open.at(-1))
      if (take(end)) open.pop();
      else if (!take(",") || (end === "}" && !takeKey()) || !takeValue()) return false;
    return true;
  };
  const isWhole = takeAll();
  take("");
  if (isWhole && at === text.length) return undefined;
  const lines = text.slice(0, at).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
};

const stringToken = String.raw`"([^"\\\0-\x1f]|\\(["\\/bfnrt]|u[\da-fA-F]{4}))*"`;
const scalarToken = String.raw`(${stringToken}|-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?|true|false|null)`;
