import type { Place } from "../source/place.ts";
import { migrationRules } from "./migration-rules.ts";
import type { MigrationRule } from "./rule.ts";
import { toSnakeCase } from "./to-snake-case.ts";

/** The row that speaks of a place, and where it sends it. */
export interface Match {
  readonly rule: MigrationRule;
  /** The place of the rule in the table. */
  readonly order: number;
  /** Where it goes in v2; absent when it goes nowhere. */
  readonly target?: readonly string[];
}

/** The first row of the table that speaks of a place; undefined for an option that v1 does not have. */
export const findRule = ({ steps }: Place): Match | undefined => {
  const direct = match(steps);
  if (!snakeCased.has(steps[0] ?? "")) return direct;
  const other = match(steps.map((step, index) => (index === 0 ? step : toSnakeCase(step))));
  return (other?.order ?? Infinity) < (direct?.order ?? Infinity) ? other : direct;
};

// Timekit's SDK turned the names in these requests from camelCase into snake_case, so v1 understood both.
const snakeCased: ReadonlySet<string> = new Set([
  "timekitFindTime",
  "timekitFindTimeTeam",
  "timekitCreateBooking",
]);

const match = (steps: readonly string[]): Match | undefined => {
  for (const { rule, order, pattern } of patternsOf.get(steps[0] ?? "") ?? []) {
    const captured = capture(pattern, steps);
    if (captured) return { rule, order, ...(rule.to !== undefined && { target: aim(rule.to, captured) }) };
  }
  return undefined;
};

interface Pattern {
  readonly rule: MigrationRule;
  readonly order: number;
  readonly pattern: readonly string[];
}

const namesOf = (step: string): readonly string[] =>
  step.startsWith("(") ? step.slice(1, -1).split("|") : [step];

// By the first name of the path, which no row leaves open.
const patternsOf = new Map<string, Pattern[]>();
for (const [order, rule] of migrationRules.entries()) {
  const pattern = rule.path.replaceAll("[]", ".[]").split(".");
  for (const name of namesOf(pattern[0] ?? "")) {
    const rows = patternsOf.get(name) ?? [];
    patternsOf.set(name, [...rows, { rule, order, pattern }]);
  }
}

const capture = (pattern: readonly string[], steps: readonly string[]): readonly string[] | undefined => {
  if (pattern.length !== steps.length) return undefined;
  const captured: string[] = [];
  for (const [index, expected] of pattern.entries()) {
    const step = steps[index] ?? "";
    if (expected === "*" && step !== "[]") captured.push(step);
    else if (expected.startsWith("(")) {
      if (!namesOf(expected).includes(step)) return undefined;
      captured.push(step);
    } else if (expected !== step) return undefined;
  }
  return captured;
};

const aim = (to: string, captured: readonly string[]): readonly string[] => {
  const left = [...captured];
  return to.split(".").map((step) => (step === "*" ? (left.shift() ?? step) : step));
};
