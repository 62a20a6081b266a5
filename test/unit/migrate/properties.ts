import * as fc from "fast-check";
import { expect } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { leavesOf, unaccounted } from "./accounting.ts";
import { arbitraryAnything, arbitraryConfig, canary } from "./arbitrary-config.ts";

/** What holds of every migration, as sentences; each is tried on as many random configurations as asked for. */
export const properties: readonly (readonly [string, (numRuns: number) => void])[] = [
  [
    "accounts for every option, in the configuration or in a note",
    (numRuns) =>
      check(numRuns, arbitraryConfig, (v1) => {
        expect(unaccounted(v1, migrateConfig(v1))).toEqual([]);
      }),
  ],
  [
    "carries over no value of apiToken or of any token",
    (numRuns) =>
      check(numRuns, arbitraryConfig, (v1) => {
        expect(JSON.stringify(migrateConfig(v1))).not.toContain(canary);
      }),
  ],
  [
    "leaves its input as it was",
    (numRuns) =>
      check(numRuns, arbitraryConfig, (v1) => {
        const before = leavesOf(v1);
        migrateConfig(v1);
        expect(leavesOf(v1)).toEqual(before);
      }),
  ],
  [
    "gives the same answer to the same input, and nothing that the input holds",
    (numRuns) =>
      check(numRuns, arbitraryConfig, (v1) => {
        const { config, notes } = migrateConfig(v1);
        expect(migrateConfig(v1)).toEqual({ config, notes });
        const held = objectsIn(v1);
        expect([...objectsIn(config)].filter((object) => held.has(object))).toEqual([]);
      }),
  ],
  [
    "answers anything at all with plain data and with notes in words",
    (numRuns) =>
      check(numRuns, fc.tuple(arbitraryAnything, arbitraryAnything), ([v1, facts]) => {
        const { config, notes } = migrateConfig(v1, facts as object);
        expect(leavesOf(config).filter(({ value }) => !isPlain(value))).toEqual([]);
        expect(notes.filter(({ text }) => text === "")).toEqual([]);
      }),
  ],
];

const check = <Value>(numRuns: number, arbitrary: fc.Arbitrary<Value>, holds: (value: Value) => void): void =>
  fc.assert(fc.property(arbitrary, holds), { numRuns, seed: 20180528 });

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
