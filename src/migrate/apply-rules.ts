import type { Draft } from "./draft.ts";
import { noteOf } from "./rules/rule.ts";
import { findRule, type Match } from "./rules/find-rule.ts";
import type { MigrationRule } from "./rules/rule.ts";
import { isForbiddenName } from "./source/found.ts";
import { writtenAs } from "./source/code.ts";
import { type Branch, type Found, isBranch, isSpread } from "./source/found.ts";
import { type Place, placeBelow, rootPlace } from "./source/place.ts";
import { copy, forbiddenNameNote } from "./take/copy.ts";
import { refuse, stay } from "./take/take.ts";

/** Takes every option over as its row in the table says, with a note wherever v2 differs. */
export const applyRules = (source: Branch, draft: Draft): void => visitAll(source, rootPlace, draft);

interface Visit {
  readonly key: string;
  readonly found: Found;
  readonly place: Place;
  readonly match: Match | undefined;
}

// In the order of the table, because the upper row wins where two options go to one place.
const visitAll = (branch: Branch, above: Place, draft: Draft): void => {
  const visits = branch.entries.map(({ key, found }): Visit => {
    const place = placeBelow(above, branch.kind, key);
    return { key, found, place, match: findRule(place) };
  });
  visits.sort((one, other) => (one.match?.order ?? Infinity) - (other.match?.order ?? Infinity) || 0);
  for (const one of visits) visit(one, draft);
};

const visit = ({ key, found, place, match }: Visit, draft: Draft): void => {
  const { path } = place;
  if (found.kind === "code" && isSpread(key) && match?.rule.take !== copy) {
    return draft.note({ path: above(path), kind: "needs-you", text: spreadOptions });
  }
  if (isForbiddenName(key)) return draft.note(forbiddenNameNote(path));
  if (!match) return draft.note({ path, kind: "dropped", text: unknownOption });
  const { rule } = match;
  if (rule.isNotedLater) return;
  if (found.kind === "code" && rule.outcome !== "dropped") return visitCode(found, place, match, draft);
  if (rule.holds) return visitHolder(rule, rule.holds, found, place, draft);
  if (!rule.take || !match.target) return draft.note(...noteOf(rule, path));
  const taken = rule.take(found, path);
  if (taken.value !== undefined) draft.write(match.target, taken.value);
  if (taken.value !== undefined || taken.notes.length === 0) draft.note(...noteOf(rule, path));
  draft.note(...taken.notes);
};

const visitCode = (
  found: Extract<Found, { kind: "code" }>,
  { path }: Place,
  { rule, target }: Match,
  draft: Draft,
): void => {
  const canStay = rule.take && target && !rule.isRewritten && writtenAs(found.value)?.kind !== "doubt";
  const taken = canStay ? stay(found, path) : refuse(found, path, "");
  if (taken.value !== undefined && target) draft.write(target, taken.value);
  draft.note(...noteOf(rule, path), ...taken.notes);
};

const visitHolder = (
  rule: MigrationRule,
  holds: Branch["kind"],
  found: Found,
  place: Place,
  draft: Draft,
): void => {
  const isRight = isBranch(found) && found.kind === holds;
  if (!isRight) return draft.note(...refuse(found, place.path, `an ${holds} of options`).notes);
  draft.note(...noteOf(rule, place.path));
  visitAll(found, place, draft);
};

// Dots are part of its key.
const above = (path: string): string => path.replace(/\.?\.{3}\d+$/, "");

const spreadOptions =
  "Your page adds options of another object here, which could not be read. Where the lines say TODO, write those of them that matter by hand.";
const unknownOption =
  "v1 has no option of this name, so it had no effect and is left out. Look for a slip in the spelling.";
