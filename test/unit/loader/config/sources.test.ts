import { describe, expect, test } from "vitest";
import { type OptionName, optionTable } from "../../../../src/loader/options/option-table.ts";
import type { Source } from "../../../../src/loader/options/resolve-options.ts";
import {
  fromContainer,
  fromObject,
  fromQuery,
  fromTag,
  fromTrustedContainer,
  asDefaults,
} from "../../../../src/loader/options/sources.ts";

const names = Object.keys(optionTable) as OptionName[];
const toAttribute = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** All that a source says, by option. */
const readAll = (source: Source): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = source.read(name, toAttribute(name));
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );

const withAttributes = (kind: string, attributes: Readonly<Record<string, string>>): Element => {
  const element = document.createElement(kind);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

describe("a tag", () => {
  test("says what its data attributes say", () => {
    const tag = withAttributes("script", {
      "data-resource-id": "r",
      "data-min-height": "9px",
      "data-lazy": "",
      lang: "de",
    });
    expect(readAll(fromTag(tag))).toEqual({ resourceId: "r", minHeight: "9px", lazy: "" });
    expect(fromTag(tag).isTrusted).not.toBe(false);
  });
});

describe("a query", () => {
  test.each([
    ["https://cdn.example/loader.js", {}],
    ["https://cdn.example/loader.js?", {}],
    [
      "https://cdn.example/loader.js?resource-id=r&broker-url=https%3A%2F%2Fb.example%2F%3Fa%3D1",
      { resourceId: "r", brokerUrl: "https://b.example/?a=1" },
    ],
    ["https://cdn.example/loader.js?lazy&lang=de#lang=fr", { lazy: "", lang: "de" }],
    ["https://cdn.example/loader.js#lang=fr", {}],
    ["https://cdn.example/loader.js#top?lang=fr", {}],
    ["https://cdn.example/loader.js?config=%7B%22a%22%3A%22%3F%22%7D", { config: '{"a":"?"}' }],
    ["https://cdn.example/loader.js?min-height=9px&min-height=8px", { minHeight: "9px" }],
    ["https://cdn.example/loader.js?minHeight=9px", {}],
    ["/loader.js?lang=de", { lang: "de" }],
    ["", {}],
  ])("of %s says %j", (src, expected) => {
    expect(readAll(fromQuery(src))).toEqual(expected);
  });
});

describe("a container", () => {
  const everything = Object.fromEntries(names.map((name) => [`data-${toAttribute(name)}`, "value"]));

  test("sets only what a stranger may set", () => {
    const container = withAttributes("div", {
      ...everything,
      "data-timekit-resource-id": "r",
      "data-min-height": "300px",
    });
    const source = fromContainer(container);
    expect(readAll(source)).toEqual({
      resourceId: "r",
      target: container,
      notice: "value",
      fallbackUrl: "value",
      lang: "value",
      start: "value",
      lazy: "value",
      minHeight: "300px",
      config: "value",
    });
    expect(source.leftOut).toEqual(
      names
        .filter((name) => !/^(notice|fallbackUrl|lang|start|lazy|minHeight|config)$/.test(name))
        .map((name) => `data-${toAttribute(name)}`),
    );
  });

  test("that says nothing beyond has nothing left out", () => {
    expect(fromContainer(withAttributes("div", { "data-lang": "de", "data-mine": "x" })).leftOut).toEqual([]);
  });

  test.each(["0", "1px", "1999px", " 480.5px ", "100vh", "99dvh", "30em", "12.5rem"])(
    "may be %s high",
    (height) => {
      const source = fromContainer(withAttributes("div", { "data-min-height": height }));
      expect(readAll(source)).toMatchObject({ minHeight: height });
      expect(source.leftOut).toEqual([]);
    },
  );

  test.each([
    "2000px",
    "99999px",
    "1e9px",
    "101vh",
    "900rem",
    "99in",
    "calc(1px * 1e9)",
    "var(--x)",
    "tall",
    "",
  ])("may not be %j high", (height) => {
    const source = fromContainer(withAttributes("div", { "data-min-height": height }));
    expect(readAll(source)).not.toHaveProperty("minHeight");
    expect(source.leftOut).toEqual(["data-min-height"]);
  });

  test("is a stranger's", () => {
    expect(fromContainer(document.createElement("div")).isTrusted).toBe(false);
  });

  test("is its own place, whatever it says", () => {
    const container = withAttributes("div", { "data-target": "body", "data-resource-id": "other" });
    expect(readAll(fromContainer(container))).toEqual({ target: container });
  });
});

describe("a container that is trusted", () => {
  test("sets what a tag may set, but is its own place and names its resource itself", () => {
    const everything = Object.fromEntries(names.map((name) => [`data-${toAttribute(name)}`, "value"]));
    const container = withAttributes("div", { ...everything, "data-timekit-resource-id": "r" });
    expect(readAll(fromTrustedContainer(container))).toEqual({
      ...Object.fromEntries(names.map((name) => [name, "value"])),
      resourceId: "r",
      target: container,
    });
    expect(fromTrustedContainer(container).isTrusted).not.toBe(false);
  });
});

describe("what mount() was given", () => {
  test("is read by its names", () => {
    expect(readAll(fromObject({ resourceId: "r", lazy: true, unknown: 1 }))).toEqual({
      resourceId: "r",
      lazy: true,
    });
  });

  test("is read when it is asked for, so that a getter that throws is the caller's", () => {
    const source = fromObject({
      get lang(): string {
        throw new Error("from the page");
      },
    });
    expect(() => source.read("lang", "lang")).toThrow("from the page");
  });
});

test("what others take over from a tag is all but what it books and where", () => {
  const everything = Object.fromEntries(names.map((name) => [`data-${toAttribute(name)}`, name]));
  const taken = readAll(asDefaults(fromTag(withAttributes("script", everything))));
  expect(Object.keys(taken).sort()).toEqual(
    names.filter((name) => name !== "resourceId" && name !== "target").sort(),
  );
});
