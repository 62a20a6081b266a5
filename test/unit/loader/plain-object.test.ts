// @vitest-environment node
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { isPlainObject } from "../../../src/loader/plain-object.ts";

class Instance {
  readonly key = 1;
}

test.each([
  ["a literal", {}],
  ["what JSON holds", JSON.parse("{}")],
  ["an object without a prototype", Object.create(null)],
  ["a literal of another frame", runInContext("({})", createContext())],
  ["a literal with a key that looks like a class", { constructor: Date }],
])("%s is a plain object", (_, value) => {
  expect(isPlainObject(value)).toBe(true);
});

test.each([
  ["a list", []],
  ["null", null],
  ["undefined", undefined],
  ["text", "{}"],
  ["a number", 7],
  ["a function", () => 1],
  ["a date", new Date(0)],
  ["a map", new Map()],
  ["an instance of a class", new Instance()],
  ["what inherits from an object", Object.create({})],
  ["what names itself otherwise", { [Symbol.toStringTag]: "HTMLAnchorElement" }],
])("%s is none", (_, value) => {
  expect(isPlainObject(value)).toBe(false);
});
