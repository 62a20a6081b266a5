import { describe, expect, test } from "vitest";
import { forwardFunctions, isAlike } from "../../../src/react/config.ts";

const date = new Date(0);
const endless: Record<string, unknown> = {};
endless["self"] = endless;
const otherEndless: Record<string, unknown> = {};
otherEndless["self"] = otherEndless;

describe("two values of a prop", () => {
  test.each([
    [{ a: [1, { b: "x" }] }, { a: [1, { b: "x" }] }],
    [{ callbacks: { open: () => 1 } }, { callbacks: { open: () => 2 } }],
    [{ at: date }, { at: date }],
    [NaN, NaN],
    [endless, endless],
  ])("%o and %o are alike", (one, other) => {
    expect(isAlike(one, other)).toBe(true);
  });

  test.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: undefined }, { b: undefined }],
    [[], {}],
    [{ a: null }, { a: {} }],
    [{ open: () => 1 }, { open: true }],
    [{ at: new Date(0) }, { at: new Date(0) }],
    [endless, otherEndless],
  ])("%o and %o are not", (one, other) => {
    expect(isAlike(one, other)).toBe(false);
  });
});

test("functions are those of the latest configuration, and get their `this` and arguments", () => {
  const first = { name: "x", list: [() => "first"], callbacks: { open: (slot: string) => `first ${slot}` } };
  let latest: unknown = first;
  const config = forwardFunctions(first, () => latest);
  latest = {
    list: [() => "second"],
    callbacks: {
      open(this: { name: string }, slot: string) {
        return `second ${slot} ${this.name}`;
      },
    },
  };
  expect(Reflect.apply(config.callbacks.open, { name: "me" }, ["slot"])).toBe("second slot me");
  expect([config.name, config.list[0]?.()]).toEqual(["x", "second"]);
  latest = undefined;
  expect(config.callbacks.open("slot")).toBe("first slot");
});

test("what is no literal goes on as it is, and what contains itself is left to the loader", () => {
  const config = forwardFunctions({ at: date, endless }, () => undefined);
  expect(config.at).toBe(date);
  expect(Object.keys(config.endless)).toEqual(["self"]);
});
