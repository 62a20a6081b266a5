import { expect, test } from "vitest";
import { mergeLayers } from "../../../src/owner/merge-layers.ts";

const layer = (config: Readonly<Record<string, unknown>>) => ({ config, isTrusted: true });

test("the strongest layer comes last, and objects are joined at every depth", () => {
  const page = layer({ name: "Page", timekitFindTime: { length: "1 hour", filters: { and: [1] } } });
  const tag = layer({ timekitFindTime: { length: "30 minutes", filters: { or: [2] } } });
  expect(mergeLayers([page, tag])).toEqual({
    name: "Page",
    timekitFindTime: { length: "30 minutes", filters: { and: [1], or: [2] } },
  });
});

test("what a stranger has written is left out", () => {
  const container = {
    config: { name: "Eve", fullCalendar: { events: "https://evil.example/" } },
    isTrusted: false,
  };
  expect(mergeLayers([layer({ name: "Page" }), container, layer({ avatar: "x" })])).toEqual({
    name: "Page",
    avatar: "x",
  });
});

test("lists and functions are taken whole, and the page's objects stay as they are", () => {
  const callback = (): void => undefined;
  const page = layer({ a: [1, 2, 3], inner: { one: 1 } });
  const tag = layer({ a: [4], inner: { two: callback } });
  expect(mergeLayers([page, tag])).toEqual({ a: [4], inner: { one: 1, two: callback } });
  expect(page.config).toEqual({ a: [1, 2, 3], inner: { one: 1 } });
});

test("objects that contain themselves have an end", () => {
  const round = (): Record<string, unknown> => {
    const config: Record<string, unknown> = { name: "round" };
    return Object.assign(config, { self: config });
  };
  const merged = mergeLayers([layer(round()), layer(round())]);
  expect(merged).toMatchObject({ name: "round", self: { name: "round" } });
});

test("a key called __proto__ is a key like any other", () => {
  const merged = mergeLayers([
    layer(JSON.parse('{"a":{"x":1}}')),
    layer(JSON.parse('{"__proto__":{"polluted":true},"a":{"__proto__":{"polluted":true}}}')),
  ]);
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  expect(Object.keys(merged)).toEqual(["a", "__proto__"]);
  expect("polluted" in merged).toBe(false);
  expect(Object.keys(Object(merged["a"]))).toEqual(["x", "__proto__"]);
});
