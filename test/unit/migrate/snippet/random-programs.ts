import { runInThisContext } from "node:vm";
import * as fc from "fast-check";
import { expect } from "vitest";
import type { Callable } from "../../../../src/migrate/index.ts";
import { readSnippet } from "../../../../src/migrate/snippet/read-snippet.ts";
import { writtenAs } from "../../../../src/migrate/source/code.ts";

/** Reads random programs, runs them, and expects each value that was read to be the one of the run; how many there were. */
export const comparePrograms = (numRuns: number): number => {
  let compared = 0;
  fc.assert(
    fc.property(program, (text) => {
      const configs = configsOf(text);
      if (!configs) return;
      for (const { config } of readSnippet(text).calendars) {
        compared += 1;
        expect(differences(config, configs[0])).toEqual([]);
      }
    }),
    { numRuns, seed: 20180528 },
  );
  return compared;
};

// What a run hands to v1; undefined where the program throws.
const configsOf = (text: string): readonly unknown[] | undefined => {
  const configs: unknown[] = [];
  class TimekitBooking {
    init(config: unknown): void {
      configs.push(structuredClone(config));
    }
  }
  try {
    runInThisContext(`(function (TimekitBooking) { "use strict"; ${text} })`)(TimekitBooking);
    return configs;
  } catch {
    return undefined;
  }
};

// Programs of assignments, conditions, merges and functions; each is read, and then run.
const name = fc.constantFrom("a", "b", "c");

const leaf = fc.oneof(
  fc.constantFrom("'x'", "1", "!0", "-2", "`t`", "'p' + 'q'", "null", "true"),
  name,
  fc.tuple(name, name).map(([one, other]) => `${one}.${other}`),
  fc.constantFrom("f()", "g()", "(() => 7)()", "Math.random() > 2 ? 'never' : 'r'", "a || 'd'"),
);
const object = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c", "..."), leaf), { maxLength: 4 })
  .map(
    (entries) =>
      `{ ${entries.map(([key, value]) => (key === "..." ? `...${value}` : `${key}: ${value}`)).join(", ")} }`,
  );
const value = fc.oneof(
  leaf,
  object,
  object.map((one) => `Object.assign({}, ${one}, b)`),
);
const statement = fc.oneof(
  fc.tuple(name, value).map(([one, other]) => `var ${one} = ${other};`),
  fc.tuple(name, value).map(([one, other]) => `${one} = ${other};`),
  fc.tuple(name, name, value).map(([one, key, other]) => `${one}.${key} = ${other};`),
  fc.tuple(name, value).map(([one, other]) => `if (1) { ${one} = ${other} } else { ${one} = 'never' }`),
  fc.tuple(name, value).map(([one, other]) => `function f() { return ${other} } var f2 = ${one};`),
  fc.tuple(name, value).map(([one, other]) => `function g() { ${one} = ${other}; return 'g' }`),
  fc.tuple(name, name).map(([one, other]) => `Object.assign(${one}, ${other});`),
  name.map((one) => `delete ${one}.a;`),
);
const starts = fc.constantFrom(
  "var a = { a: 1 }, b = { b: { a: 'd' } }, c = { c: 3 };\n",
  "var a = {}; var b = {};",
  "",
);
const program = fc
  .tuple(starts, fc.array(statement, { maxLength: 5 }), fc.oneof(name, object))
  .map(
    ([start, statements, config]) =>
      `${start}${statements.join("\n")}\nnew TimekitBooking().init(${config});`,
  );

/** The paths at which what was read and is no stand-in is not what a run gave. */
const differences = (read: unknown, real: unknown, path = ""): readonly string[] => {
  if (typeof read === "function" && writtenAs(read as Callable)) return [];
  if (typeof read !== "object" || read === null || typeof real !== "object" || real === null)
    return Object.is(read, real) || (read === undefined && real === undefined)
      ? []
      : [`${path}: ${String(read)}`];
  const keys = new Set([...Object.keys(read), ...Object.keys(real)]);
  const isPartial = Object.keys(read).some((key) => key.startsWith("..."));
  return [...keys].flatMap((key) => {
    if (key.startsWith("...")) return [];
    if (isPartial && !Object.hasOwn(read, key)) return [];
    return differences(Reflect.get(read, key), Reflect.get(real, key), `${path}.${key}`);
  });
};
