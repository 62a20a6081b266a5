import { text } from "./text.ts";
import { type Take, taken } from "./take.ts";

/** What a field holds when the form opens: a text, or false for nothing. */
export const prefill: Take = (found, path) => {
  if (found.kind === "null" || (found.kind === "flag" && !found.value)) return taken(false);
  return text(found, path);
};
