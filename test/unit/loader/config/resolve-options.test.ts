import { describe, expect, test } from "vitest";
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
    ["config", "{", "config/bad-option", "data-config"],
    ["config", "[]", "config/bad-option", "data-config"],
    ["notice", "loud", "config/bad-option", "data-notice"],
    ["upgradeUrl", "javascript:alert(1)", "config/bad-option", "data-upgrade-url"],
    ["fallbackUrl", "javascript:alert(1)", "config/bad-option", "data-fallback-url"],
    ["lang", " ", "config/bad-option", "data-lang"],
    ["lazy", "maybe", "config/bad-option", "data-lazy"],
    ["minHeight", "tall", "config/bad-option", "data-min-height"],
    ["containers", "some", "config/bad-option", "data-containers"],
    ["vendorUrl", "javascript:alert(1)", "config/bad-option", "data-vendor-url"],
    ["debug", "maybe", "config/bad-option", "data-debug"],
    ["words", [], "config/bad-option", "data-words"],
    ["nonce", 7, "config/bad-option", "data-nonce"],
  ] as const)("of %s, given as %j, has the code %s and names the option", (name, value, code, named) => {
    const { error } = resolve({ ...complete, [name]: value });
    expect(error).toMatchObject({ code });
    expect(error?.message).toContain(named);
  });

  test("never quotes the value", () => {
    for (const name of ["target", "config", "upgradeUrl", "notice", "minHeight"] as const) {
      const { error } = resolve({ ...complete, [name]: name === "target" ? 777 : "canary:x" });
      expect(error?.message).not.toMatch(/canary|777/);
    }
  });

  test("leaves the default, so that the failure can be shown as the owner wished", () => {
    const options = resolve({ ...complete, minHeight: "tall", fallbackUrl: "tel:+15550100" });
    expect(options).toMatchObject({
      minHeight: "480px",
      fallbackUrl: "tel:+15550100",
      error: { code: "config/bad-option" },
    });
  });

  test("in a stronger source is not hidden by a weaker one that is right", () => {
    expect(resolve({ ...complete, lang: " " }, { lang: "fr" })).toMatchObject({
      lang: "fr",
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
            if (name === "lang") throw new Error("secret of the page");
            return source(complete).read(name, name);
          },
        },
      ],
      context,
    );
    expect(options.error).toMatchObject({ code: "config/bad-option" });
    expect(options.error?.message).toContain("data-lang");
    expect(options.error?.message).not.toContain("secret");
  });
});
