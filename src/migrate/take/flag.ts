import { isTruthy } from "../source/look-up.ts";
import { refuse, type Take, taken } from "./take.ts";

/** True or false; anything else becomes what v1 took it for. */
export const flag: Take = (found, path) => {
  if (found.kind === "flag") return taken(found.value);
  if (found.kind === "undefined" || found.kind === "secret" || found.kind === "unreadable") {
    return refuse(found, path, "true or false");
  }
  const isOn = isTruthy(found);
  return taken(isOn, {
    path,
    kind: "reshaped",
    text: `It is neither true nor false. v1 took it for ${isOn}, so that is written; check that it is what you meant.`,
  });
};

/** True or false, where v1 heeded nothing but these two. */
export const strictFlag: Take = (found, path) =>
  found.kind === "flag" ? taken(found.value) : refuse(found, path, "true or false");

/** The switch for times that begin every 15 minutes; off needs no option. */
export const everyQuarter: Take = (found) => (isTruthy(found) ? taken("15 minutes") : { notes: [] });
