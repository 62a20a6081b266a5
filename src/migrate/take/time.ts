import { refuse, type Take, taken, type Taken } from "./take.ts";
import { attempt } from "../source/attempt.ts";

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

/** The name of a time zone. FullCalendar's `local` and false need no option in v2. */
export const timeZone: Take = (found, path): Taken => {
  if (found.kind === "null" || (found.kind === "flag" && !found.value)) return { notes: [] };
  if (found.kind !== "text") return refuse(found, path, "the name of a time zone");
  if (found.value === "local" || found.value === "") return { notes: [] };
  if (isTimeZone(found.value)) return taken(found.value);
  return { notes: [{ path, kind: "needs-you", text: unknownZone }] };
};

const unknownZone =
  "No time zone has this name. Set ui.timezone to one like America/Los_Angeles, or leave it out for the visitor's own.";

// v2 shows its error screen for a zone that it does not know, so a slip must not get there.
const isTimeZone = (name: string): boolean =>
  /^[A-Za-z]/.test(name) && attempt(() => new Intl.DateTimeFormat("en", { timeZone: name })).worked;
