import { describe, expect, test } from "vitest";
import { findJsonFault } from "../../../../src/loader/options/json-fault.ts";
import type { OptionName } from "../../../../src/loader/options/option-table.ts";
import { resolveOptions, type Source } from "../../../../src/loader/options/resolve-options.ts";
import { acceptedIds, refusedIds } from "../../../cases/ids.ts";

const context = { baseUrl: "https://www.example.com/", isCssLength: (text: string) => text.endsWith("px") };
const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
const complete = { resourceId, brokerUrl: "https://broker.example/client-token" };

const source = (values: Readonly<Partial<Record<OptionName, unknown>>>, isTrusted = true): Source => ({
  read: (name) => values[name],
  isTrusted,
});

const resolve = (...values: readonly Readonly<Partial<Record<OptionName, unknown>>>[]) =>
  resolveOptions(
    values.map((value) => source(value)),
    context,
  );

test("what a container says beyond its list goes on as names", () => {
  const container = { ...source(complete, false), leftOut: ["data-nonce"] };
  expect(resolveOptions([container], context).configs).toEqual([
    { config: {}, isTrusted: false, leftOut: ["data-nonce"] },
  ]);
  const both = { ...source({ ...complete, config: '{"a":1}' }, false), leftOut: ["data-nonce"] };
  expect(resolveOptions([both], context).configs).toEqual([
    { config: { a: 1 }, isTrusted: false, leftOut: ["data-nonce"] },
  ]);
});

test("what nobody says has its default", () => {
  expect(resolve(complete)).toEqual({
    ...complete,
    configs: [],
    ignored: [],
    notice: "on",
    upgradeUrl: "https://developers.timekit.io/docs/projects-migrating-from-v1-to-v2",
    lang: "en",
    start: "auto",
    minHeight: "480px",
    debug: false,
    words: {},
  });
});

test("the stronger source wins, option by option", () => {
  const options = resolve(
    { ...complete, lang: "de", lazy: false },
    { lang: "fr", lazy: true, notice: "off" },
  );
  expect(options).toMatchObject({ lang: "de", start: "auto", notice: "off" });
  expect(options.error).toBeUndefined();
});

test.each([
  [{ lazy: true }, "visible"],
  [{ lazy: false }, "auto"],
  [{ lazy: true, start: "click" }, "click"],
  [{ start: "manual" }, "manual"],
])("%j starts: %s", (values, start) => {
  expect(resolve({ ...complete, ...values }).start).toBe(start);
});

test("`lazy` of the stronger source wins over `start` of a weaker one", () => {
  expect(resolve({ ...complete, lazy: true }, { start: "click" }).start).toBe("visible");
});

test.each([
  ["auto", "click", "click"],
  ["visible", "click", "click"],
  ["click", "manual", "manual"],
  ["visible", "auto", "visible"],
  ["auto", "manual", "manual"],
  ["manual", "auto", "manual"],
  ["click", undefined, "click"],
  [undefined, "click", "click"],
  [undefined, "manual", "manual"],
])("a stranger who asks for %s where the owner asks for %s gets %s", (strangers, owners, start) => {
  const container = source({ ...complete, start: strangers }, false);
  expect(resolveOptions([container, source({ start: owners })], context).start).toBe(start);
});

test("a stranger's `lazy` that is off starts nothing sooner either", () => {
  const container = source({ ...complete, lazy: "off" }, false);
  expect(resolveOptions([container, source({ start: "click" })], context).start).toBe("click");
  expect(resolveOptions([container, source({ lazy: "" })], context).start).toBe("visible");
});

test("null and undefined say nothing", () => {
  expect(resolve({ ...complete, lang: null, notice: undefined }, { lang: "fr" })).toMatchObject({
    lang: "fr",
    notice: "on",
  });
});

test("v1 options of all sources are layers, the weakest first, and strangers' are marked", () => {
  const weak = { name: "weak" };
  const strong = { name: "strong" };
  const options = resolveOptions(
    [source({ config: strong }, false), source(complete), source({ config: weak })],
    context,
  );
  expect(options.configs).toEqual([
    { config: weak, isTrusted: true },
    { config: strong, isTrusted: false },
  ]);
});

describe("an error", () => {
  test("is every id that is no UUID, but for white space around one", () => {
    const ids = refusedIds.filter((text) => text.trim() !== resourceId);
    const isTaken = (text: string) =>
      resolve({ ...complete, resourceId: text }).error?.code !== "config/bad-resource-id";
    expect(ids.filter(isTaken)).toEqual([]);
    expect(acceptedIds.filter(isTaken)).toEqual(acceptedIds);
  });

  test.each([
    ["resourceId", "me", "config/bad-resource-id", "data-resource-id"],
    ["resourceId", "", "config/bad-resource-id", "data-resource-id"],
    ["brokerUrl", "http://broker.example/", "config/bad-broker-url", "data-broker-url"],
    ["brokerUrl", "https://a:b@broker.example/", "config/bad-broker-url", "data-broker-url"],
    ["target", "", "config/bad-option", "data-target"],
    [
      "config",
      "{",
      "config/bad-option",
      "data-config: it must be a JSON object, but line 1, column 2 is not JSON",
    ],
    ["config", "[]", "config/bad-option", "data-config: it must be a JSON object."],
    ["config", 7, "config/bad-option", "data-config: it must be a JSON object."],
    ["config", "[".repeat(200_000), "config/bad-option", "data-config: it must be a JSON object."],
    ["lazy", "maybe", "config/bad-option", "data-lazy: it must be on or off"],
    ["containers", "some", "config/bad-option", "data-containers: it must be on, trusted or off"],
    ["vendorUrl", "javascript:alert(1)", "config/bad-option", "data-vendor-url: it must be an https:"],
    ["debug", "maybe", "config/bad-option", "data-debug: it must be on or off"],
    ["words", [], "config/bad-option", "data-words"],
    ["nonce", 7, "config/bad-option", "data-nonce"],
  ] as const)("of %s, given as %j, has the code %s and names the option", (name, value, code, named) => {
    const { error } = resolve({ ...complete, [name]: value });
    expect(error).toMatchObject({ code });
    expect(error?.message).toContain(named);
  });

  test("never quotes the value", () => {
    for (const name of ["target", "config", "upgradeUrl", "notice", "minHeight"] as const) {
      const { error, ignored } = resolve({ ...complete, [name]: name === "target" ? 777 : "canary:x" });
      expect([error?.message, ...ignored].join()).toContain("data-");
      expect([error?.message, ...ignored].join()).not.toMatch(/canary|777/);
    }
  });

  test("leaves the default, so that the failure can be shown as the owner wished", () => {
    const options = resolve({ ...complete, lazy: "maybe", fallbackUrl: "tel:+15550100" });
    expect(options).toMatchObject({
      start: "auto",
      fallbackUrl: "tel:+15550100",
      error: { code: "config/bad-option" },
    });
  });

  test("in a stronger source is not hidden by a weaker one that is right", () => {
    expect(resolve({ ...complete, lazy: "maybe" }, { lazy: true })).toMatchObject({
      start: "visible",
      error: { code: "config/bad-option" },
    });
  });

  test("is the first one, the resource before everything else", () => {
    expect(resolve({ resourceId: "me", brokerUrl: "x:", lazy: "maybe" }).error?.code).toBe(
      "config/bad-resource-id",
    );
    expect(resolve({ resourceId, brokerUrl: "x:", lazy: "maybe" }).error?.code).toBe("config/bad-broker-url");
  });

  test.each([
    [{ brokerUrl: complete.brokerUrl }, "config/no-resource-id"],
    [{ resourceId }, "config/no-broker-url"],
    [{}, "config/no-resource-id"],
  ])("is that %j lacks something", (values, code) => {
    expect(resolve(values).error?.code).toBe(code);
  });

  test("is what a getter of the page has thrown, named by the option", () => {
    const options = resolveOptions(
      [
        {
          read: (name) => {
            if (name === "lazy") throw new Error("secret of the page");
            return source(complete).read(name, name);
          },
        },
      ],
      context,
    );
    expect(options.error).toMatchObject({ code: "config/bad-option" });
    expect(options.error?.message).toContain("data-lazy");
    expect(options.error?.message).not.toContain("secret");
  });
});

test.each([
  ["notice", "loud", "on", "data-notice: it must be on, owner or off"],
  ["lang", " ", "en", "data-lang: it must be a language, such as en"],
  ["minHeight", "tall", "480px", "data-min-height: it must be a CSS length"],
  [
    "upgradeUrl",
    "javascript:alert(1)",
    "https://developers.timekit.io/docs/projects-migrating-from-v1-to-v2",
    "data-upgrade-url: it must be an https: or http: address",
  ],
  [
    "fallbackUrl",
    "javascript:alert(1)",
    undefined,
    "data-fallback-url: it must be an https:, http:, mailto: or tel: address",
  ],
] as const)("%s, given as %j, is %j, and the calendar is shown", (name, value, instead, said) => {
  const options = resolve({ ...complete, [name]: value });
  expect(options[name]).toBe(instead);
  expect(options.ignored).toEqual([said]);
  expect(options.error).toBeUndefined();
});

describe("where JSON breaks off", () => {
  test.each([
    ["", "line 1, column 1"],
    ["{", "line 1, column 2"],
    ["{name:1}", "line 1, column 2"],
    ["{'name':1}", "line 1, column 2"],
    ['{"a":1,}', "line 1, column 8"],
    ['{"a":1\n "b":2}', "line 2, column 2"],
    ['{"a" 1}', "line 1, column 6"],
    ['{"a":}', "line 1, column 6"],
    ['{"a":tru}', "line 1, column 6"],
    ['{"a":"x}', "line 1, column 6"],
    ['{"a":"\\q"}', "line 1, column 6"],
    ['{"a":"\t"}', "line 1, column 6"],
    ['{"a":01}', "line 1, column 7"],
    ['{\u00a0"a":1}', "line 1, column 2"],
    ['{"a":[1,]}', "line 1, column 9"],
    ['{"a":[1}', "line 1, column 8"],
    ['{"a":1} x', "line 1, column 9"],
    ['{"a":{"b":[]}', "line 1, column 14"],
    ["[".repeat(90_000), "line 1, column 90001"],
  ])("%# in %j", (text, place) => {
    expect(() => void JSON.parse(text)).toThrow(SyntaxError);
    expect(findJsonFault(text)).toBe(place);
  });

  test("is nowhere in JSON", () => {
    const whole = [
      "{}",
      " [ ] ",
      '{"a":[1,-0.5e+3,true,null,"\\u00e4\\n"],"":{"b":[{}]}}',
      '"x"',
      "7",
      "[\r\n\t1]",
    ];
    for (const text of whole) {
      expect(() => void JSON.parse(text)).not.toThrow();
      expect([text, findJsonFault(text)]).toEqual([text, undefined]);
    }
  });
});
