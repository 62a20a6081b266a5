import type { Draft } from "../draft.ts";
import type { MigrationNote } from "../migration.ts";
import { filterRules } from "../rules/filter-rules.ts";
import type { MigrationRule } from "../rules/rule.ts";
import { type Branch, type Found, isBranch } from "../source/found.ts";
import { lookUp } from "../source/look-up.ts";
import { pathBelow } from "../source/place.ts";
import { refuse } from "../take/take.ts";
import { combine } from "./combine.ts";
import type { Constraint } from "./constraint.ts";
import { hasUsualHours, readFilter, toFilterName } from "./read-filter.ts";

/** Turns v1's filters into v2's constraints, with a note on each filter. */
export const migrateFilters = (source: Branch, draft: Draft): void => {
  const filters = lookUp(source, root);
  if (filters === undefined) return;
  if (filters.kind !== "object")
    return draft.note(...refuse(filters, root, "an object with “and” and “or”").notes);
  draft.note(...noted(findRow(root), root));
  for (const { key } of filters.entries) {
    const path = pathBelow(root, "object", key);
    if (key === "after") draft.note(...noted(findRow(path), path));
    else if (key !== "and" && key !== "or") draft.note({ path, kind: "dropped", text: unknownList });
  }
  const every = readList(lookUp(filters, "and"), `${root}.and`, draft);
  const some = readList(lookUp(filters, "or"), `${root}.or`, draft);
  write(every, some, draft);
};

interface Reading {
  readonly path: string;
  readonly name: string;
  readonly found: Found;
  readonly constraint: Constraint | undefined;
}

const root = "timekitFindTime.filters";

const write = (every: readonly Reading[], some: readonly Reading[], draft: Draft): void => {
  // Without one of its members a choice would be another one, so it is taken over whole or not at all.
  const isChoiceWhole = some.every(({ constraint }) => constraint !== undefined);
  const { constraints, leftOut } = combine(every.flatMap(known), isChoiceWhole ? some.flatMap(known) : []);
  if (constraints.length > 0) draft.write(["availability_constraints"], [...constraints]);
  const isLost = ({ constraint }: Reading): boolean =>
    constraint === undefined || leftOut.includes(constraint);
  for (const one of every) draft.note(...notesOn(one, isLost(one)));
  for (const one of some) draft.note(...notesOn(one, !isChoiceWhole || isLost(one)));
};

const known = ({ constraint }: Reading): readonly Constraint[] => (constraint ? [constraint] : []);

const readList = (list: Found | undefined, path: string, draft: Draft): readonly Reading[] => {
  if (list === undefined) return [];
  if (list.kind !== "list") {
    draft.note(...refuse(list, path, "a list of filters").notes);
    return [];
  }
  if (list.entries.length === 0) draft.note({ path, kind: "dropped", text: emptyList });
  return list.entries.flatMap(({ key, found }): readonly Reading[] => {
    const item = pathBelow(path, "list", key);
    if (found.kind !== "object" || found.entries.length === 0) {
      draft.note(...refuse(found, item, "an object with the filter's name").notes);
      return [];
    }
    const isAmbiguous = path.endsWith("or") && found.entries.length > 1;
    return found.entries.map(({ key: name, found: body }) => ({
      path: pathBelow(item, "object", name),
      name,
      found: body,
      constraint: isAmbiguous ? undefined : readFilter(name, body),
    }));
  });
};

const notesOn = ({ path, name, found }: Reading, isLost: boolean): readonly MigrationNote[] => {
  const row = findRow(`${root}.(and|or)[].${toFilterName(name)}`);
  if (!row) return [{ path, kind: "needs-you", text: unknownFilter }];
  if (isLost)
    return [
      { path, kind: "needs-you", text: `Not carried over as it stands: v2 cannot say it. ${row.text}` },
    ];
  const kind = hasUsualHours(name, found) ? "needs-you" : row.outcome;
  return [...noted({ ...row, outcome: kind }, path), ...restOf(found, path)];
};

const restOf = (found: Found, path: string): readonly MigrationNote[] => {
  if (!isBranch(found)) return [];
  return found.entries.flatMap(({ key }) => {
    const below = pathBelow(path, found.kind, key);
    if (key === "timezone") return noted(findRow(`${root}.(and|or)[].*.timezone`), below);
    return ["day", "start", "end"].includes(key)
      ? []
      : [{ path: below, kind: "dropped", text: unknownPart } as const];
  });
};

const findRow = (path: string): MigrationRule | undefined => filterRules.find((row) => row.path === path);

const noted = (row: MigrationRule | undefined, path: string): readonly MigrationNote[] =>
  row && row.outcome !== "kept" ? [{ path, kind: row.outcome, text: row.text }] : [];

const unknownList = "v1 has only the lists “and”, “or” and “after”, so it had no effect and is left out.";
const emptyList = "The list is empty and filters nothing.";
const unknownFilter =
  "No documented filter. Look up what it does and set it in availability_constraints, or at Timekit as a constraint of the resource.";
const unknownPart = "The filter has no such setting, so it is left out.";
