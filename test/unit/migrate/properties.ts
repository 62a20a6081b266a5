import * as fc from "fast-check";
import { expect } from "vitest";
import { migrateConfig, type MigrationTarget } from "../../../src/migrate/index.ts";
import { leavesOf, unaccounted } from "./accounting.ts";
import { arbitraryAnything, arbitraryConfig, canary } from "./arbitrary-config.ts";

/** Where migrations lead. */
export const targets = ["embed", "v2", "v3"] as const satisfies readonly MigrationTarget[];

/** What holds of every migration, as sentences; each is tried on as many random configurations as asked for. */
export const properties: readonly (readonly [string, (target: MigrationTarget, numRuns: number) => void])[] =
  [
    [
      "accounts for every option, in the configuration or in a note",
      (target, numRuns) =>
        check(numRuns, arbitraryConfig, (v1) => {
          expect(unaccounted(v1, migrateConfig(v1, { target }), target)).toEqual([]);
        }),
    ],
    [
      "carries over no value of apiToken or of any token",
      (target, numRuns) =>
        check(numRuns, arbitraryConfig, (v1) => {
          expect(JSON.stringify(migrateConfig(v1, { target }))).not.toContain(canary);
        }),
    ],
    [
      "leaves its input as it was",
      (target, numRuns) =>
        check(numRuns, arbitraryConfig, (v1) => {
          const before = leavesOf(v1);
          migrateConfig(v1, { target });
          expect(leavesOf(v1)).toEqual(before);
        }),
    ],
    [
      "gives the same answer to the same input, and nothing that the input holds",
      (target, numRuns) =>
        check(numRuns, arbitraryConfig, (v1) => {
          const { config, notes } = migrateConfig(v1, { target });
          expect(migrateConfig(v1, { target })).toEqual({ config, notes });
          const held = objectsIn(v1);
          expect([...objectsIn(config)].filter((object) => held.has(object))).toEqual([]);
        }),
    ],
    [
      "answers anything at all with plain data and with notes in words",
      (target, numRuns) =>
        check(numRuns, fc.tuple(arbitraryAnything, arbitraryAnything), ([v1, facts]) => {
          const { config, notes } = migrateConfig(
            v1,
            isObject(facts) ? { ...facts, target } : (facts as object),
          );
          expect(leavesOf(config).filter(({ value }) => !isPlain(value))).toEqual([]);
          expect(notes.filter(({ text }) => text === "")).toEqual([]);
        }),
    ],
  ];

const check = <Value>(numRuns: number, arbitrary: fc.Arbitrary<Value>, holds: (value: Value) => void): void =>
  fc.assert(fc.property(arbitrary, holds), { numRuns, seed: 20180528 });

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectsIn = (value: unknown, found = new Set<object>()): ReadonlySet<object> => {
  if (typeof value !== "object" || value === null || found.has(value)) return found;
  found.add(value);
  for (const child of Object.values(value)) objectsIn(child, found);
  return found;
};

const isPlain = (value: unknown): boolean => {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "function":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      return value === null || Object.keys(value).length === 0;
    case "undefined":
    case "bigint":
    case "symbol":
      return false;
  }
};
