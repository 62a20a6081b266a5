import { describe, expect, it } from "vitest";
import {
  describeRules,
  migrateConfig,
  migrationRules,
  type MigrationRule,
} from "../../../src/migrate/index.ts";

// One of them suits each row.
const values: readonly unknown[] = [
  "instant",
  "listing",
  "America/Toronto",
  true,
  () => undefined,
  ["42b956f0-be11-4af3-9221-19e899fcd1fb"],
  {},
  [],
  { start: 9, end: 17, day: "Monday" },
  { start: "2027-01-01", end: "2027-02-01" },
];

/** A configuration in which the row's option has the value; of several names the chosen one. */
const build = (
  path: string,
  pick: number,
  value: unknown,
): { readonly v1: object; readonly path: string } => {
  const steps = path.replaceAll("[]", ".[]").split(".");
  const names = steps.map((step) => {
    if (step === "*") return path.includes("filters") ? "exclude_weekend" : "anything";
    return step.startsWith("(") ? (step.slice(1, -1).split("|")[pick] ?? "") : step;
  });
  const v1 = names.reduceRight<unknown>(
    (inner, name) => (name === "[]" ? [inner] : { [name]: inner }),
    value,
  );
  const shown = withFieldShown(Object(v1), names);
  return { v1: shown, path: names.join(".").replaceAll(".[]", "[0]") };
};

const withFieldShown = (v1: object, [root, field]: readonly string[]): object => {
  if (root !== "bookingFields" || !["phone", "voip", "location"].includes(field ?? "")) return v1;
  const fields = (v1 as Record<string, Record<string, object>>)["bookingFields"] ?? {};
  return { bookingFields: { [field ?? ""]: { enabled: true, ...fields[field ?? ""] } } };
};

const choices = ({ path }: MigrationRule): readonly number[] => {
  const longest = Math.max(
    ...[...path.matchAll(/\(([^)]*)\)/g)].map(([, names]) => names?.split("|").length ?? 1),
    1,
  );
  return Array.from({ length: longest }, (_, pick) => pick);
};

const cases = migrationRules.flatMap((rule) => choices(rule).map((pick) => ({ rule, pick })));

describe("rules", () => {
  it.each(cases)("does what the row $rule.path says ($pick)", ({ rule, pick }) => {
    const works = values.some((value) => {
      const { v1, path } = build(rule.path, pick, value);
      const { notes } = migrateConfig(v1);
      const own = notes.filter((note) => note.path === path);
      return rule.outcome === "kept" ? own.length === 0 : own.some(({ text }) => text === rule.text);
    });
    expect(works).toBe(true);
  });

  it("has one row for one option", () => {
    const paths = migrationRules.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("says where each option stands in v2 that has a place there", () => {
    const without = migrationRules.filter(({ outcome, to }) => to === undefined && outcome !== "dropped");
    expect(without.map(({ path }) => path)).toEqual([
      "timekitFindTimeTeam.users[].*",
      "timekitCreateBooking.event.*",
      "timekitCreateBooking.*",
    ]);
  });

  it("speaks in whole sentences", () => {
    const sentence = /^(?:[A-Z“]|v\d).*[.)]$/s;
    expect(migrationRules.filter(({ text }) => !sentence.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("is described row by row, in its own order", () => {
    const rows = describeRules();
    expect(rows.map(({ path }) => path)).toEqual(migrationRules.map(({ path }) => path));
    expect(rows.find(({ path }) => path === "avatar")).toEqual({
      path: "avatar",
      outcome: "renamed to ui.avatar",
      text: "Is ui.avatar, the address of a picture.",
    });
  });

  it.each([
    [{ outcome: "kept" }, "kept"],
    [{ outcome: "kept", to: "debug" }, "kept as debug"],
    [{ outcome: "reshaped", to: "ui" }, "reshaped into ui"],
    [{ outcome: "dropped" }, "dropped"],
    [{ outcome: "needs-you" }, "needs you"],
    [{ outcome: "needs-you", to: "resources" }, "needs you, for resources"],
  ] as const)("puts %o into words", (rule, words) => {
    expect(describeRules([{ path: "option", text: "", ...rule }])[0]?.outcome).toBe(words);
  });
});
