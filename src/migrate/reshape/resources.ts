import type { Situation } from "../classify.ts";
import type { Draft } from "../draft.ts";
import { noteOf } from "../rules/rule.ts";
import type { MigrationNote } from "../migration.ts";
import { findRule } from "../rules/find-rule.ts";
import { toSnakeCase } from "../rules/to-snake-case.ts";
import { type Branch, type Found, isBranch } from "../source/found.ts";
import { type Place, placeBelow, rootPlace } from "../source/place.ts";
import { refuse } from "../take/take.ts";
import { type Facts, readFact } from "./account.ts";

/** Names who is booked, by resource ids, and how to choose among several. */
export const nameResources = (source: Branch, situation: Situation, facts: Facts, draft: Draft): void => {
  const listed = idLists(source, rootPlace).flatMap(({ found, place, name }) =>
    readIds(found, place, draft).map((id) => ({ id, name })),
  );
  const named = ["project_id", "project_slug", "resources"].some((option) => draft.has(option));
  if (situation.isAlreadyV2 && named) return;
  // v1 asked for the times of its own resource too, but not beside users or a team.
  const isAlone = situation.isTeam || listed.some(({ name }) => name === "user_ids");
  const own = isAlone ? undefined : readFact(facts, "resourceId");
  const ids = [...new Set([...(own === undefined ? [] : [own]), ...listed.map(({ id }) => id)])];
  if (ids.length > 0) draft.write(["resources"], ids);
  else if (!named && !situation.isTeam) draft.note(resourceNeeded);
  if (situation.isTeam) draft.write(["availability", "mode"], "roundrobin_prioritized");
  else if (ids.length > 1) draft.write(["availability", "mode"], "mutual");
};

interface IdList {
  readonly found: Found;
  readonly place: Place;
  readonly name: string;
}

// At `timekitFindTime` and at each user of `timekitFindTimeTeam`.
const idLists = (branch: Branch, above: Place): readonly IdList[] =>
  branch.entries.flatMap(({ key, found }): readonly IdList[] => {
    const place = placeBelow(above, branch.kind, key);
    const name = toSnakeCase(key);
    const isList = place.steps.length > 1 && (name === "user_ids" || name === "resource_ids");
    if (isList && findRule(place)?.rule.isNotedLater) return [{ found, place, name }];
    const isOnTheWay = ["timekitFindTime", "timekitFindTimeTeam"].includes(place.steps[0] ?? "");
    return isOnTheWay && isBranch(found) ? idLists(found, place) : [];
  });

const readIds = (found: Found, place: Place, draft: Draft): readonly string[] => {
  const { path } = place;
  if (found.kind !== "list") {
    draft.note(...refuse(found, path, "a list of ids").notes);
    return [];
  }
  const rule = findRule(place)?.rule;
  if (rule) draft.note(...noteOf(rule, path));
  return found.entries.flatMap((entry) => {
    if (entry.found.kind === "text") return [entry.found.value];
    draft.note(...refuse(entry.found, placeBelow(place, "list", entry.key).path, "an id").notes);
    return [];
  });
};

const resourceNeeded: MigrationNote = {
  path: "email",
  kind: "needs-you",
  text: "v2 names who is booked by resource id. You find it at admin.timekit.io under Resources; put it into resources, unless you use a project that has its resources already.",
};
