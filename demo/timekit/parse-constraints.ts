import type { FieldErrors } from "./answers.ts";
import { asObject, type JsonObject } from "./json.ts";
import type { Sieve } from "./parse-filters.ts";
import {
  everyDay,
  isTouching,
  isWithin,
  readDay,
  readHours,
  readPeriod,
  weekdays,
  weekend,
  wholeDays,
  type Window,
} from "./time-windows.ts";

/**
 * Reads the `constraints` of `POST /v2/availability`. What is blocked is out; where something is allowed, all else is
 * out. Several of one kind that allow add up. How those of different kinds combine is documented nowhere: here a slot
 * has to fit each kind. https://developers.timekit.io/reference/constraints
 */
export const parseConstraints = (
  value: unknown,
): { readonly sieve: Sieve } | { readonly errors: FieldErrors } => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const read = items.flatMap((item) => Object.entries(asObject(item)).map(readConstraint));
  const constraints = read.filter((one) => one !== undefined);
  if (constraints.length < read.length) {
    return {
      errors: { constraints: ["constraints holds a constraint that does not exist or lacks a setting"] },
    };
  }
  const blocked = constraints.filter(({ does }) => does === "block");
  const allowed = constraints.filter(({ does }) => does === "allow");
  const kinds = [...new Set(allowed.map(({ kind }) => kind))];
  return {
    sieve: (placed) =>
      !blocked.some(({ window }) => isTouching(window, placed)) &&
      kinds.every((kind) => allowed.some((one) => one.kind === kind && isWithin(one.window, placed))),
  };
};

interface Constraint {
  readonly does: "allow" | "block";
  readonly kind: string;
  readonly window: Window;
}

const readConstraint = ([name, settings]: readonly [string, unknown]): Constraint | undefined => {
  const [, does, kind = ""] = /^(allow|block)_(.+)$/.exec(name) ?? [];
  const window = readers[kind]?.(asObject(settings));
  return window && { does: does === "allow" ? "allow" : "block", kind, window };
};

const readers: Readonly<Record<string, (body: JsonObject) => Window | undefined>> = {
  hours: (body) => readHours(body, everyDay),
  day: (body) => {
    const day = readDay(body);
    return day && wholeDays(day);
  },
  day_and_time: (body) => {
    const day = readDay(body);
    return day && readHours(body, day);
  },
  weekdays: () => wholeDays(weekdays),
  weekends: () => wholeDays(weekend),
  period: readPeriod,
};
