import * as fc from "fast-check";
import { migrationRules } from "../../../src/migrate/index.ts";
import { standInFor } from "../../../src/migrate/source/code.ts";

/** A recognizable credential; nothing else that is generated looks like it. */
const secret = fc.integer({ min: 1e9, max: 2e9 }).map((number) => `${canary}${number}`);

export const canary = "canary-";

/** A v1 configuration: documented options with fitting and wrong values, slips, and credentials in many places. */
export const arbitraryConfig: fc.Arbitrary<object> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: documented() }, { weight: 1, arbitrary: undocumented() }), {
      maxLength: 14,
    }),
    fc.option(secret),
  )
  .map(([options, apiToken]) => {
    const config = options.reduce<object>((config, { steps, value }) => put(config, steps, value), {});
    return apiToken === null ? config : { ...config, apiToken };
  });

/** Anything that JavaScript has. */
export const arbitraryAnything: fc.Arbitrary<unknown> = fc.anything({
  maxDepth: 4,
  maxKeys: 6,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withBoxedValues: true,
  key: fc.oneof(
    fc.string(),
    fc.constantFrom(...migrationRules.flatMap(({ path }) => path.split(/[.()|[\]*]+/)), "__proto__", "token"),
  ),
});

interface Option {
  readonly steps: readonly string[];
  readonly value: unknown;
}

// Function declarations, because the arbitraries above use them.
function documented(): fc.Arbitrary<Option> {
  return fc
    .tuple(fc.constantFrom(...migrationRules.map(({ path }) => path)), fc.nat(), name(), arbitraryValue())
    .map(([path, pick, name, value]) => ({ steps: toSteps(path, pick, name), value }));
}

function undocumented(): fc.Arbitrary<Option> {
  const sections = [
    "",
    "bookingFields.phone",
    "timekitFindTime",
    "localization.strings",
    "callbacks",
    "fullCalendar",
  ];
  return fc
    .tuple(fc.constantFrom(...sections), name(), arbitraryValue())
    .map(([section, name, value]) => ({ steps: [...section.split(".").filter(Boolean), name], value }));
}

function arbitraryValue(): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    fc.boolean(),
    fc.constantFrom(
      "",
      "1 hour",
      "24h-dmy-mon",
      "instant",
      "local",
      "America/Toronto",
      "Monday",
      "false",
      null,
    ),
    fc.string({ maxLength: 6 }),
    fc.integer({ min: 0, max: 25 }),
    fc.double({ noNaN: false }),
    fc.constant(() => undefined),
    fc.date({ noInvalidDate: false }),
    fc.constant(undefined),
    fc.constantFrom("expression", "doubt", "spread").map((kind) => standInFor({ source: "getIt()", kind })),
  );
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.dictionary(name(), leaf, { maxKeys: 3 }) },
    { weight: 1, arbitrary: fc.record({ token: secret, other: leaf }) },
    {
      weight: 1,
      arbitrary: fc.tuple(filter(leaf), filter(leaf)).map(([one, other]) => ({ and: [one], or: [other] })),
    },
  );
}

function filter(leaf: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const kinds = [
    "business_hours",
    "daytime",
    "specific_day",
    "specific_time",
    "exclude_weekend",
    "only_weekend",
  ];
  const hour = fc.integer({ min: 0, max: 24 });
  const body = fc.record(
    { start: hour, end: hour, day: fc.constantFrom("Monday", "friday", "Caturday"), timezone: leaf },
    { requiredKeys: [] },
  );
  return fc
    .tuple(fc.constantFrom(...kinds, "between_timestamps"), body)
    .map(([kind, body]) => ({ [kind]: body }));
}

function name(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.stringMatching(/^[a-zA-Z][a-zA-Z_]{0,8}$/),
    fc.constantFrom("...7", "token", "noDaySpan", "resourceIds", "Authorization", "toString", "valueOf"),
  );
}

const toSteps = (path: string, pick: number, name: string): readonly string[] =>
  path
    .replaceAll("[]", ".[]")
    .split(".")
    .map((step) => {
      if (step === "*") return name;
      const names = step.slice(1, -1).split("|");
      return step.startsWith("(") ? (names[pick % names.length] ?? name) : step;
    });

// Later options join earlier ones where they meet.
const put = (holder: object, [step, ...rest]: readonly string[], value: unknown): object => {
  if (step === undefined) return holder;
  const present: unknown = Object.hasOwn(holder, step) ? Reflect.get(holder, step) : undefined;
  if (rest.length === 0) return { ...holder, [step]: value };
  if (rest[0] === "[]") {
    const list: readonly unknown[] = Array.isArray(present) ? present : [];
    const item = rest.length === 1 ? value : put({}, rest.slice(1), value);
    return { ...holder, [step]: [...list, item] };
  }
  const child = typeof present === "object" && present !== null && !Array.isArray(present) ? present : {};
  return { ...holder, [step]: put(child, rest, value) };
};
