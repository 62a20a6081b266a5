import { refuse, type Take, taken } from "./take.ts";

/** A text; what v1 showed as text (a number, or nothing at all for null and false) becomes one. */
export const text: Take = (found, path) => {
  if (found.kind === "text") return taken(found.value);
  if (found.kind === "number")
    return taken(String(found.value), remark(path, "v1 showed this number as text."));
  if (found.kind === "null" || (found.kind === "flag" && !found.value)) {
    return taken("", remark(path, "v1 showed nothing here, so an empty text is written."));
  }
  return refuse(found, path, "a text");
};

const remark = (path: string, text: string) => ({ path, kind: "reshaped", text }) as const;
