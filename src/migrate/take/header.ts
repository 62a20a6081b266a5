import { refuse, type Take, taken } from "./take.ts";

/** The value of an HTTP header. */
export const header: Take = (found, path) => {
  if (found.kind === "text") return taken(found.value);
  if (found.kind === "number" || found.kind === "flag") return taken(String(found.value));
  return refuse(found, path, "a text");
};
