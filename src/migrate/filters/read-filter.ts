import { toSnakeCase } from "../rules/to-snake-case.ts";
import { type Branch, emptyObject, type Found } from "../source/found.ts";
import { lookUp, lookUpText } from "../source/look-up.ts";
import type { Constraint } from "./constraint.ts";
import { readSpan, writeHour } from "./hours.ts";
import { type DayName, dayNames, fullDay, type Span, weekend, weekOf } from "./week.ts";

/** The name of a filter as the documentation has it; v1's pages write it in several ways. */
export const toFilterName = (name: string): string => {
  const snake = toSnakeCase(name);
  return aliases[snake] ?? snake;
};

/** What a filter means in v2; undefined where it cannot be known or has no like. */
export const readFilter = (name: string, found: Found): Constraint | undefined => {
  const isEmpty = found.kind === "null" || (found.kind === "list" && found.entries.length === 0);
  const body = isEmpty ? emptyObject : found;
  if (body.kind !== "object") return undefined;
  return readers[toFilterName(name)]?.(body);
};

/** Whether a filter leaves its hours to Timekit. */
export const hasUsualHours = (name: string, found: Found): boolean =>
  toFilterName(name) === "business_hours" && !hasHours(found);

const aliases: Readonly<Record<string, string>> = {
  exclude_weekends: "exclude_weekend",
  only_weekends: "only_weekend",
  working_hours: "business_hours",
};

// As Timekit's guide to filters describes them.
const usualHours: Span = { start: 9, end: 18 };

const hasHours = (body: Found): boolean =>
  lookUp(body, "start") !== undefined || lookUp(body, "end") !== undefined;

const allowHours = (span: Span | undefined): Constraint | undefined =>
  span && { name: "allow_hours", body: toBody(span), week: weekOf(dayNames, span) };

const toBody = ({ start, end }: Span) => ({ start: writeHour(start), end: writeHour(end) });

const spanOf = (body: Branch): Span | undefined => readSpan(lookUp(body, "start"), lookUp(body, "end"));

const dayOf = (body: Branch): DayName | undefined => {
  const name = lookUpText(body, "day")?.trim().toLowerCase();
  return dayNames.find((day) => day.toLowerCase() === name);
};

const readers: Readonly<Record<string, (body: Branch) => Constraint | undefined>> = {
  business_hours: (body) => allowHours(hasHours(body) ? spanOf(body) : usualHours),
  daytime: (body) => allowHours(spanOf(body)),
  specific_time: (body) => allowHours(spanOf(body)),
  specific_day: (body) => {
    const day = dayOf(body);
    return day && { name: "allow_day", body: { day }, week: weekOf([day], fullDay) };
  },
  specific_day_and_time: (body) => {
    const [day, span] = [dayOf(body), spanOf(body)];
    if (!day || !span) return undefined;
    return { name: "allow_day_and_time", body: { day, ...toBody(span) }, week: weekOf([day], span) };
  },
  exclude_weekend: () => ({
    name: "block_weekends",
    body: {},
    week: weekOf(
      dayNames.filter((day) => !weekend.includes(day)),
      fullDay,
    ),
  }),
  only_weekend: () => ({ name: "allow_weekends", body: {}, week: weekOf(weekend, fullDay) }),
  between_timestamps: (body) => {
    const [start, end] = [lookUpText(body, "start"), lookUpText(body, "end")];
    return start !== undefined && end !== undefined
      ? { name: "allow_period", body: { start, end } }
      : undefined;
  },
};
