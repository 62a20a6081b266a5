import { refuse, type Take, taken } from "./take.ts";

/** A preset of date and time formats; anything that is none turned presets off in v1, which v2 spells `false`. */
export const timeDateFormat: Take = (found, path) => {
  if (found.kind === "text" && presets.includes(found.value)) return taken(found.value);
  if (found.kind === "flag" && !found.value) return taken(false);
  if (found.kind === "undefined" || found.kind === "secret" || found.kind === "unreadable") {
    return refuse(found, path, "“12h-mdy-sun”, “24h-dmy-mon” or false");
  }
  return taken(false, {
    path,
    kind: "reshaped",
    text: "v1 knows no such preset and showed the formats of the calendar's language; v2 does so with false.",
  });
};

const presets: readonly string[] = ["12h-mdy-sun", "24h-dmy-mon"];
