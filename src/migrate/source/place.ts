import type { Branch } from "./found.ts";

/** Where in the configuration something stands. */
export interface Place {
  /** For people: dotted, list items as `[0]`. */
  readonly path: string;
  /** For rules: one name a step, `[]` for any list item. */
  readonly steps: readonly string[];
}

/** The configuration itself. */
export const rootPlace: Place = { path: "", steps: [] };

/** The place of what a branch holds under a key. */
export const placeBelow = (above: Place, kind: Branch["kind"], key: string): Place => ({
  path: pathBelow(above.path, kind, key),
  steps: [...above.steps, kind === "list" ? "[]" : key],
});

/** The path, for people, of what a branch holds under a key. */
export const pathBelow = (above: string, kind: Branch["kind"], key: string): string => {
  if (kind === "list") return `${above}[${key}]`;
  return above === "" ? key : `${above}.${key}`;
};
