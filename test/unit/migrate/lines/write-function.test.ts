import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { Callable } from "../../../../src/migrate/index.ts";
import { writeFunction } from "../../../../src/migrate/lines/write-function.ts";

/** Functions as pages write them, so that no compiler has changed their source. */
const read = (source: string): Callable => {
  const value: unknown = runInNewContext(source);
  if (typeof value !== "function") throw new Error(`${source} is no function`);
  return value as Callable;
};

describe("a function written anew does what it did:", () => {
  test.each([
    ["({ done(a, b) { return a + b; } }).done", [2, 3], 5],
    ["({ done (a = (1), b) { return a * b; } }).done", [2, 3], 6],
    ["(function (a) { return a; })", [7], 7],
    ["(function named(a) { return a ? named(0) : 'end'; })", [7], "end"],
    ["((a) => a * 2)", [4], 8],
    ["(a => ({ a }))", [4], { a: 4 }],
    ["(({ a }) => a)", [{ a: 1 }], 1],
    ["({ $get_1() { return 'x'; } }).$get_1", [], "x"],
  ])("%s", (source, values, expected) => {
    expect(read(`(${writeFunction(read(source))})`)(...(values as never[]))).toEqual(expected);
  });

  test.each([
    ["({ async done(a) { return a; } }).done", "[object AsyncFunction]"],
    ["({ *done(a) { yield a; } }).done", "[object GeneratorFunction]"],
    ["({ async *done(a) { yield a; } }).done", "[object AsyncGeneratorFunction]"],
    ["(async (a) => a)", "[object AsyncFunction]"],
    ["(async a => a)", "[object AsyncFunction]"],
    ["(async function (a) { return a; })", "[object AsyncFunction]"],
  ])("%s keeps its kind", (source, kind) => {
    expect(Object.prototype.toString.call(read(`(${writeFunction(read(source))})`))).toBe(kind);
  });
});

test.each([
  ["bound", "(function () {}).bind(null)"],
  ["the browser's own", "Math.max"],
  ["a method with a computed name", "({ ['a b']() { return 1; } })['a b']"],
  ["a getter", "Object.getOwnPropertyDescriptor({ get a() { return 1; } }, 'a').get"],
])("where the source is no expression (%s) that is said, in code that runs", (_, source) => {
  const written = writeFunction(read(source));
  expect(written).toContain("Write this function anew");
  expect(read(`(${written})`)()).toBeUndefined();
});
