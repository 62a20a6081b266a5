import type { Situation } from "../classify.ts";
import type { Draft } from "../draft.ts";
import type { Found } from "../source/found.ts";
import { isUnknown } from "../source/look-up.ts";
import { noteOfDefault, v1Defaults } from "./v1-defaults.ts";

/** Writes v1's defaults out where the page says nothing; not for widgets, whose stored settings come before them. */
export const fillDefaults = (source: Found, situation: Situation, draft: Draft): void => {
  if (situation.isAlreadyV2 || situation.isRemote) return;
  for (const one of v1Defaults) {
    if (isUnknown(source, one.option)) continue;
    if (draft.has(one.to) || (one.isForProjects && !draft.has("project_id"))) continue;
    if (one.to === "booking.graph" && situation.graph === undefined) continue;
    draft.write(one.to.split("."), one.value);
    draft.note(noteOfDefault(one));
  }
};
