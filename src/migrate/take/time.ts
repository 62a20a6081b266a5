import { refuse, type Take, taken } from "./take.ts";

/** A time or a span in words ("2 weeks") or as ISO 8601; a `Date` is written as the latter. */
export const time: Take = (found, path) => {
  if (found.kind === "text") return taken(found.value);
  if (found.kind === "date") {
    return taken(found.value, {
      path,
      kind: "reshaped",
      text: "A Date of your page's script: it is written as the moment that it held just now. If your script computes it, compute it there again.",
    });
  }
  return refuse(found, path, "a time in words, as “2 weeks”");
};
