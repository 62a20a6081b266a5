import { describe, expect, it } from "vitest";
import { migrateConfig, type MigrationFacts } from "../../../src/migrate/index.ts";

const boom = (): never => {
  throw new Error("boom");
};

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

const loop = (): object => {
  const options: Record<string, unknown> = { name: "Marty" };
  options["fullCalendar"] = { views: options };
  return options;
};

const deep = (): object => {
  let options: object = { name: "bottom" };
  for (let level = 0; level < 100_000; level += 1) options = { views: options };
  return { fullCalendar: options };
};

// Shared again and again, 2^40 values.
const bloated = (): object => {
  let options: object = { name: "bottom" };
  for (let level = 0; level < 39; level += 1) options = { one: options, other: options };
  return { fullCalendar: options };
};

const getter = (path: string): object =>
  Object.defineProperty({ name: "Marty" }, path, { enumerable: true, get: boom });

const inputs: readonly (readonly [string, unknown, string])[] = [
  ["a getter that throws", getter("avatar"), "avatar"],
  ["an object that contains itself", loop(), "fullCalendar.views"],
  ["a revoked proxy in an option", { fullCalendar: revoked() }, "fullCalendar"],
  [
    "a proxy whose every trap throws",
    { localization: new Proxy({}, { ownKeys: boom, get: boom }) },
    "localization",
  ],
  [
    "a proxy that hides its prototype",
    { fullCalendar: new Proxy({}, { getPrototypeOf: boom }) },
    "fullCalendar",
  ],
  ["something nested 100,000 times", deep(), ""],
  ["something that unfolds to 2^40 values", bloated(), ""],
  [
    "a list with a hole of four billion",
    { fullCalendar: { days: Object.assign([], { 4294967294: 1n }) } },
    "fullCalendar.days[4294967294]",
  ],
  ["a __proto__ of its own", JSON.parse('{"__proto__": {"name": "x"}}'), "__proto__"],
  [
    "a nested __proto__",
    JSON.parse('{"fullCalendar": {"views": {"__proto__": {"a": 1}}}}'),
    "fullCalendar.views.__proto__",
  ],
  ["a constructor", { fullCalendar: { constructor: { prototype: { a: 1 } } } }, "fullCalendar.constructor"],
  [
    "an instance of a class",
    {
      timekitFindTime: new (class FindTime {
        length = "1 hour";
      })(),
    },
    "timekitFindTime",
  ],
];

const noConfigurations: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["a text", "name"],
  ["a number", 7],
  ["true", true],
  ["a bigint", 7n],
  ["a symbol", Symbol("x")],
  ["a function", () => ({ name: "x" })],
  ["a list", [{ name: "x" }]],
  ["a revoked proxy", revoked()],
];

const noFacts: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["a number", 7],
  ["a text", "x"],
  ["a list", []],
  ["a revoked proxy", revoked()],
  ["values of a wrong type", { appKey: boom, projectId: {}, resourceId: ["r"] }],
  ["a getter that throws", getter("appKey")],
];

describe("hostile input", () => {
  it.each(inputs)("survives %s and says so", (_, v1, path) => {
    const { notes } = migrateConfig(v1);
    const about = notes.filter((note) =>
      path === "" ? /too (?:deeply|large)/.test(note.text) : note.path === path,
    );
    expect(about.map(({ kind }) => kind)).not.toEqual([]);
  });

  it.each(noConfigurations)(
    "says that %s is no configuration, and shows what v1 does without one",
    (_, v1) => {
      const { config, notes } = migrateConfig(v1);
      expect(notes).toContainEqual(expect.objectContaining({ path: "", kind: "needs-you" }));
      expect(config).toEqual(migrateConfig({}).config);
    },
  );

  it("takes no configuration for an empty one", () => {
    expect(migrateConfig(undefined)).toEqual(migrateConfig({}));
  });

  it("reads objects without a prototype and inherited options, as v1 does", () => {
    const bare: object = Object.assign(Object.create(null), { name: "Marty" });
    const heir: object = Object.assign(Object.create({ name: "Marty" }), { avatar: "a" });
    expect(migrateConfig(bare).config).toHaveProperty("ui.display_name", "Marty");
    expect(migrateConfig(heir).config).toMatchObject({ ui: { display_name: "Marty", avatar: "a" } });
  });

  it("survives an endless chain of prototypes", () => {
    const endless: object = new Proxy({ name: "Marty" }, { getPrototypeOf: () => endless });
    expect(migrateConfig(endless).config).toHaveProperty("ui.display_name", "Marty");
  });

  it("leaves the prototype of objects alone", () => {
    migrateConfig(
      JSON.parse('{"__proto__": {"polluted": 1}, "fullCalendar": {"__proto__": {"polluted": 1}}}'),
    );
    expect({}).not.toHaveProperty("polluted");
  });

  it("reads each option once", () => {
    const reads: PropertyKey[] = [];
    const v1 = new Proxy(
      { name: "Marty", debug: true },
      { get: (target, key) => (reads.push(key), Reflect.get(target, key) as unknown) },
    );
    migrateConfig(v1);
    expect(reads).toEqual(["name", "debug"]);
  });

  it.each(noFacts)("takes %s for facts that are not known", (_, facts) => {
    const { config } = migrateConfig({}, facts as MigrationFacts);
    expect(config).toEqual(migrateConfig({}).config);
  });
});
