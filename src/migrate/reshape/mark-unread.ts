import type { Draft } from "../draft.ts";
import { findRule } from "../rules/find-rule.ts";
import { type Branch, isBranch } from "../source/found.ts";
import { type Place, placeBelow, rootPlace } from "../source/place.ts";

/** The key under which a configuration holds what has no place in it; the lines show it as a comment. */
export const todoPrefix = "TODO ";

/** Leaves a mark for each part that only a run of the page tells and that stands nowhere yet; to be done at the end. */
export const markUnread = (source: Branch, draft: Draft, above: Place = rootPlace): void => {
  for (const { key, found } of source.entries) {
    const place = placeBelow(above, source.kind, key);
    if (isBranch(found)) markUnread(found, draft, place);
    else if (found.kind === "code" && !draft.holds(found.value) && !isLeftOut(place)) {
      draft.write([`${todoPrefix}${place.path}`], found.value);
    }
  }
};

const isLeftOut = (place: Place): boolean => {
  const rule = findRule(place)?.rule;
  return rule?.outcome === "dropped" && rule.to === undefined;
};
