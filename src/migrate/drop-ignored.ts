import type { Situation } from "./classify.ts";
import type { Draft } from "./draft.ts";
import { isGroup } from "./graphs.ts";
import { isFieldShown, switchableFields } from "./reshape/v1-fields.ts";
import { type Branch, type Entry, isBranch } from "./source/found.ts";
import { lookUp } from "./source/look-up.ts";
import { pathBelow } from "./source/place.ts";

/** Takes out what v1 had but did not heed in this situation, so that v2 does not begin to heed it. */
export const dropIgnored = (source: Branch, situation: Situation, draft: Draft): Branch => {
  const reasons = findReasons(source, situation);

  const thin = (branch: Branch, above: string): Branch => ({
    ...branch,
    entries: branch.entries.flatMap(({ key, found }): Entry[] => {
      const path = pathBelow(above, branch.kind, key);
      const text = reasons.get(path);
      if (text !== undefined) {
        draft.note({ path, kind: "dropped", text });
        return [];
      }
      return [{ key, found: isBranch(found) ? thin(found, path) : found }];
    }),
  });

  return thin(source, "");
};

const findReasons = (source: Branch, situation: Situation): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>();
  const has = (path: string) => lookUp(source, path) !== undefined;

  for (const field of switchableFields) {
    if (has(`bookingFields.${field}`) && !isFieldShown(source, field)) {
      reasons.set(`bookingFields.${field}`, hiddenField);
    }
  }
  for (const end of ["Started", "Successful", "Failed"]) {
    const both = [`callbacks.findTime${end}`, `callbacks.findTimeTeam${end}`] as const;
    if (both.every(has)) reasons.set(situation.isTeam ? both[0] : both[1], silentCallback);
  }
  if (situation.isAlreadyV2 && has("name")) reasons.set("name", nameOfV2);
  if (isGroup(situation.graph)) reasons.set("timekitCreateBooking.event", eventOfGroup);
  return reasons;
};

const hiddenField =
  "v1 does not show this field, so it is not listed in customer_fields, which hides it in v2 as well. If you use a project, remove it from the project's fields too.";

const silentCallback =
  "v1 calls this one or its twin, depending on whether the page has a team; this one was never called. v2 has one callback for both, and the twin took it.";

const nameOfV2 = "v2 does not show it: the name on the calendar is ui.display_name.";

const eventOfGroup = "v1 does not send it with group bookings, whose seats bring their own title and place.";
