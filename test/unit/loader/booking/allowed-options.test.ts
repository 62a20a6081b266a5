// @vitest-environment node
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AllowedOptions,
  containerOptions,
  pickAllowed,
  widgetOptions,
} from "../../../../src/loader/booking/allowed-options.ts";
import { buildConfig } from "../../../../src/loader/booking/build-config.ts";
import { containerSinks, forbiddenSinks, type Sink, widgetSinks } from "../../../e2e/strangers/sinks.ts";
import { goodGrant } from "../token/grant-body.ts";

const context = {
  baseUrl: "https://www.example.com/shop/",
  toColour: (text: string) => (/^[a-z]+$/.test(text) ? "rgb(1, 2, 3)" : undefined),
};

const listPaths = (allowed: AllowedOptions, prefix = ""): readonly string[] =>
  Object.entries(allowed).flatMap(([name, check]) =>
    typeof check === "function" ? [prefix + name] : listPaths(check, `${prefix}${name}.`),
  );

/** `{ a: { b: value } }` of `a.b`. */
const nest = (path: string, value: unknown): Record<string, unknown> =>
  path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Record<
    string,
    unknown
  >;

const read = (config: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => Object(value)[name], config);

const pick = (path: string, value: unknown, allowed: AllowedOptions) => {
  const { options, leftOut } = pickAllowed(nest(path, value), allowed, context);
  return { taken: read(options, path), leftOut };
};

const paths = (sinks: readonly Sink[]): readonly string[] => sinks.map(({ path }) => path).sort();

describe("the table of sinks", () => {
  test("has a row for each option that a container may set, and for no other", () => {
    expect(paths(containerSinks)).toEqual([...listPaths(containerOptions)].sort());
  });

  test("has a row for each that a remote configuration may set besides", () => {
    const besides = new Set([...paths(containerSinks), ...paths(widgetSinks)]);
    expect([...besides].sort()).toEqual([...listPaths(widgetOptions)].sort());
  });

  test("tries something in each, and names none twice", () => {
    for (const sinks of [containerSinks, widgetSinks, forbiddenSinks]) {
      expect(new Set(paths(sinks)).size).toBe(sinks.length);
      for (const { tries, reaches } of sinks) expect([tries.length, reaches.length]).not.toContain(0);
    }
  });
});

/** Texts that are taken, though nothing of HTML or of sprintf is left in them. */
const isInertText = (value: unknown): boolean =>
  typeof value === "string" && value.length <= 500 && !/[<>"']|%(?![s%])/.test(value.replace(/%%/g, ""));

describe("a container's", () => {
  test.each(containerSinks)("$path is taken where it fits", ({ path, fine }) => {
    const { taken, leftOut } = pick(path, fine, containerOptions);
    expect(taken).toEqual(path.endsWith("Color") ? "rgb(1, 2, 3)" : fine);
    expect(leftOut).toEqual([]);
  });

  test.each(containerSinks.flatMap(({ path, tries }) => tries.map((value) => ({ path, value }))))(
    "$path may not be $value",
    ({ path, value }) => {
      const { taken, leftOut } = pick(path, value, containerOptions);
      expect(taken === undefined || isInertText(taken)).toBe(true);
      expect(leftOut).toEqual(taken === undefined ? [path] : []);
    },
  );

  test.each([...widgetSinks, ...forbiddenSinks].filter(({ path }) => !paths(containerSinks).includes(path)))(
    "$path is left out, and named",
    ({ path, tries }) => {
      for (const value of tries) {
        const { taken, leftOut } = pick(path, value, containerOptions);
        expect(taken).toBeUndefined();
        expect(leftOut.every((name) => name.startsWith(path.split(".")[0] ?? ""))).toBe(true);
        expect(leftOut.length).toBeGreaterThan(0);
      }
    },
  );
});

describe("a remote configuration's", () => {
  test.each(widgetSinks)("$path is taken where it fits", ({ path, fine }) => {
    const { taken, leftOut } = pick(path, fine, widgetOptions);
    expect(taken).toEqual(path === "avatar" ? "https://www.example.com/avatar.svg" : fine);
    expect(leftOut).toEqual([]);
  });

  test.each(forbiddenSinks)("$path is left out", ({ path, tries }) => {
    for (const value of tries) expect(pick(path, value, widgetOptions).taken).toBeUndefined();
  });

  const deep = (depth: number): unknown => (depth === 0 ? 1 : { deeper: deep(depth - 1) });
  test.each([
    ["name", "x".repeat(501)],
    ["name", 7],
    ["avatar", "javascript:alert(1)"],
    ["avatar", "https://"],
    ["avatar", 7],
    ["bookingGraph", "constructor"],
    ["calendar", ["c"]],
    ["bookingFields.name.prefilled", true],
    ["bookingFields.name.placeholder", { toString: "x" }],
    ["timekitFindTime", "1 hour"],
    ["timekitFindTime", { filters: deep(20) }],
    ["timekitFindTime", { list: Array.from({ length: 3_000 }, () => 1) }],
    ["timekitFindTime", { text: "x".repeat(6_000) }],
    ["timekitFindTime", { call: () => 1 }],
    ["timekitCreateBooking", JSON.parse('{"event":{"__proto__":{"polluted":true}}}')],
    ["timekitCreateBooking", { event: { constructor: {} } }],
    ["timekitCreateBooking", null],
  ])("%s may not be %j", (path, value) => {
    expect(pick(path, value, widgetOptions).taken).toBeUndefined();
  });

  test("picture is an address that ends no attribute", () => {
    const { taken } = pick("avatar", `https://a.example/x"><img src=x onerror='1'>?"#"`, widgetOptions);
    expect(taken).toMatch(/^https:\/\/a\.example\/[^"<>]*$/);
    expect(pick("avatar", "", widgetOptions).taken).toBe("");
  });
});

/** What may reach v1 of a container, said once more and in other words than in the list. */
const bounds: Readonly<Record<string, (value: unknown) => boolean>> = {
  flag: (value) => value === true || value === false,
  view: (value) => ["agendaWeek", "listing"].includes(String(value)) && typeof value === "string",
  preset: (value) => ["24h-dmy-mon", "12h-mdy-sun"].includes(String(value)) && typeof value === "string",
  text: isInertText,
  format: (value) => typeof value === "string" && value.length <= 60 && !/[<>"']/.test(value),
  time: (value) => typeof value === "string" && seconds(value) >= 0 && seconds(value) <= 86_400,
  slot: (value) => typeof value === "string" && seconds(value) >= 300 && seconds(value) <= 86_400,
  colour: (value) => value === "rgb(1, 2, 3)",
  day: (value) => [0, 1, 2, 3, 4, 5, 6].some((day) => day === value),
  days: (value) =>
    Array.isArray(value) && value.length <= 6 && value.every((day) => [0, 1, 2, 3, 4, 5, 6].includes(day)),
  calendarView: (value) => typeof value === "string" && /^[a-z]{4,7}(Week|Day|Month|Year)?$/.test(value),
  language: (value) => typeof value === "string" && /^[\w-]{2,30}$/.test(value),
};

const seconds = (text: string): number => {
  const [hours = NaN, minutes = NaN, rest = 0] = text.split(":").map(Number);
  return hours * 3600 + minutes * 60 + rest;
};

const boundOf = (path: string): ((value: unknown) => boolean) => {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [
      /^(goToFirstEvent|showCredits|localization\.showTimezoneHelper|bookingFields\.(comment|phone|voip|location)\.(enabled|required)|fullCalendar\.(weekends|isRTL))$/,
      "flag",
    ],
    [/^availabilityView$/, "view"],
    [/^localization\.timeDateFormat$/, "preset"],
    [
      /^localization\.strings\.(allocatedResourcePrefix|submitText|successMessage(Title|Body)|timezoneHelper(Loading|Different|Same))$/,
      "text",
    ],
    [/^(localization\.booking(Date|Time)Format|fullCalendar\.(column|title|time)Format)$/, "format"],
    [/^fullCalendar\.(minTime|maxTime|scrollTime)$/, "time"],
    [/^fullCalendar\.slotDuration$/, "slot"],
    [/^fullCalendar\.event(Background|Border|Text)?Color$/, "colour"],
    [/^fullCalendar\.firstDay$/, "day"],
    [/^fullCalendar\.hiddenDays$/, "days"],
    [/^fullCalendar\.defaultView$/, "calendarView"],
    [/^fullCalendar\.locale$/, "language"],
  ];
  const kind = kinds.find(([pattern]) => pattern.test(path))?.[1];
  return (kind === undefined ? undefined : bounds[kind]) ?? (() => false);
};

const listLeaves = (value: unknown, path = ""): readonly (readonly [string, unknown])[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, item]) => listLeaves(item, path ? `${path}.${key}` : key))
    : [[path, value]];

const allSinks = [...containerSinks, ...widgetSinks, ...forbiddenSinks];
const arbitraryOption = fc
  .tuple(
    fc.constantFrom(...allSinks),
    fc.oneof(
      fc.constantFrom(
        ...allSinks.flatMap(({ tries, fine }) => [
          ...tries.filter((each) => JSON.stringify(each).length < 500),
          fine ?? 1,
        ]),
      ),
      fc.jsonValue({ maxDepth: 2 }),
      fc.nat({ max: 30 }).map((hours) => `${hours}:00`),
    ),
    fc.boolean(),
  )
  .map(([{ path, fine }, value, isFine]) => ({ path, value: isFine && fine !== undefined ? fine : value }));

const put = (config: object, path: string, value: unknown): object => {
  const [name = "", ...rest] = path.split(".");
  const inner: unknown = Reflect.get(config, name);
  return {
    ...config,
    [name]:
      rest.length === 0
        ? value
        : put(typeof inner === "object" && inner !== null ? inner : {}, rest.join("."), value),
  };
};

/** What v1 is started with, or that there is an address or a key in it that is refused wherever it stands. */
const build = (config: object, ignored: string[]): Record<string, unknown> | "refused" => {
  const layers = [{ config: { ...config }, isTrusted: false }];
  class Refused extends Error {}
  try {
    return buildConfig(
      { layers, grant: goodGrant, ...context },
      { onIgnored: (option) => void ignored.push(option), refuse: (option) => new Refused(option) },
    );
  } catch (error) {
    if (error instanceof Refused) return "refused";
    throw error;
  }
};

test("of 10,000 random containers nothing reaches v1 that is not on the list, in type and bounds", () => {
  const granted = buildConfig(
    { layers: [], grant: goodGrant, ...context },
    { onIgnored: () => undefined, refuse: (option) => new Error(option) },
  );
  let taken = 0;
  fc.assert(
    fc.property(fc.array(arbitraryOption, { minLength: 1, maxLength: 8 }), (options) => {
      const config = options.reduce<object>((config, { path, value }) => put(config, path, value), {});
      const ignored: string[] = [];
      const built = build(config, ignored);
      if (built === "refused") return;
      expect(ignored.length).toBeLessThanOrEqual(1);
      const { email, apiToken, app, autoload, name, avatar, ...others } = built;
      expect({ email, apiToken, app, autoload, name, avatar }).toEqual(granted);
      for (const [path, value] of listLeaves(others)) {
        taken += 1;
        if (!boundOf(path)(value)) throw new Error(`${path} is ${JSON.stringify(value)}`);
      }
    }),
    { numRuns: 10_000 },
  );
  expect(taken).toBeGreaterThan(5_000);
}, 60_000);
