// @vitest-environment node
import { expect, test } from "vitest";
import { copyConfig } from "../../../../src/loader/booking/build-config.ts";

const refuse = (option: string): Error => new Error(option);
const copy = (config: object) => copyConfig({ ...config }, refuse);

const deepFreeze = <Value extends object>(value: Value): Value => {
  for (const item of Object.values(value)) if (typeof item === "object" && item !== null) deepFreeze(item);
  return Object.freeze(value);
};

test("objects and lists are copied, and the page's own stay as they are", () => {
  const config = deepFreeze({ a: { b: [{ c: 1 }, 2, null, undefined, true] } });
  const copy = copyConfig(config, refuse);
  expect(copy).toEqual(config);
  copy["a"] = Object.assign(Object(copy["a"]), { more: 1 });
  expect(Object.isFrozen(Object(copy["a"]))).toBe(false);
});

test("functions, dates and instances are shared", () => {
  class Money {
    readonly amount = 1;
  }
  const values = { call: () => 1, date: new Date(0), money: new Money(), pattern: /x/, map: new Map() };
  const copied = copy(values);
  for (const [key, value] of Object.entries(values)) expect(copied[key]).toBe(value);
});

test("HTML stays", () => {
  const config = { localization: { strings: { submitText: `<b title="x">Book</b>` } } };
  expect(copy(config)).toEqual(config);
});

test.each(["__proto__", "constructor", "prototype"])("the key %s is refused at any depth", (key) => {
  const own = `{${JSON.stringify(key)}:{"polluted":true}}`;
  expect(() => copy(JSON.parse(`{"a":${own}}`))).toThrow(`config.a.${key}`);
  expect(() => copy(JSON.parse(`{"a":[0,{"b":${own}}]}`))).toThrow(`config.a[1].b.${key}`);
  expect(() => copyConfig(JSON.parse(own), refuse)).toThrow(`config.${key}`);
  expect("polluted" in {}).toBe(false);
});

test.each([
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " javascript:alert(1)",
  "\u0001\u001fjavascript:alert(1)",
  "java\nscript:alert(1)",
  "java\tscr\r\nipt\t:alert(1)",
  "vbscript:msgbox",
  "data:text/html,<script>alert(1)</script>",
])("the address %j is refused at any depth, and named", (address) => {
  expect(() => copy({ avatar: address })).toThrow("config.avatar");
  expect(() => copy({ a: [{ b: address }] })).toThrow("config.a[0].b");
});

test.each(["https://example.com/javascript:", "Learn javascript: today", "javascripts:", "metadata:x"])(
  "the text %j is none of these",
  (text) => {
    expect(copy({ text })).toEqual({ text });
  },
);

test("what contains itself is refused", () => {
  const config: Record<string, unknown> = { a: { b: [] } };
  const list: unknown[] = [config];
  config["again"] = list;
  expect(() => copyConfig(config, refuse)).toThrow("config.again[0], which contains itself");
  const inner: Record<string, unknown> = {};
  inner["self"] = inner;
  expect(() => copy({ inner })).toThrow("config.inner.self");
});

test("what is there twice without containing itself is copied twice", () => {
  const shared = { x: 1 };
  expect(copy({ a: shared, b: [shared, shared] })).toEqual({ a: shared, b: [shared, shared] });
});
