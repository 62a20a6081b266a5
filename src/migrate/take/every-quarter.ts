import { isTruthy } from "../source/is-truthy.ts";
import { type Take, taken } from "./take.ts";

/** The switch for times that begin every 15 minutes; off needs no option. */
export const everyQuarter: Take = (found) => (isTruthy(found) ? taken("15 minutes") : { notes: [] });
