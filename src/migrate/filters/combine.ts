import type { Plain } from "../migration.ts";
import { type Constraint, isBlocking, toPlain } from "./constraint.ts";
import { writeHour } from "./hours.ts";
import { dayNames, fullDay, intersect, unite, type Week } from "./week.ts";

interface Combined {
  readonly constraints: readonly Plain[];
  /** What has no place among the others. */
  readonly leftOut: readonly Constraint[];
}

/**
 * All of `every` and any of `some`, as a list of v2. There several constraints that allow add up where they are of
 * one kind; how those of different kinds combine, no documentation says, so the weekly hours that result are
 * written instead.
 */
export const combine = (every: readonly Constraint[], some: readonly Constraint[]): Combined => {
  const allowing = every.filter((one) => !isBlocking(one));
  const isSimple = allowing.length === 0 ? areAlike(some) : allowing.length === 1 && some.length === 0;
  if (isSimple) {
    return {
      constraints: distinct([...every.filter(isBlocking), ...allowing, ...some].map(toPlain)),
      leftOut: [],
    };
  }
  const someFit = some.every(hasWeek);
  const weeks = every.filter(hasWeek).map(({ week }) => week);
  if (someFit && some.length > 0) weeks.push(unite(some.filter(hasWeek).map(({ week }) => week)));
  return {
    constraints: writeWeek(intersect(weeks)),
    leftOut: [...every.filter((one) => !hasWeek(one)), ...(someFit ? [] : some)],
  };
};

const hasWeek = (one: Constraint): one is Constraint & { readonly week: Week } => one.week !== undefined;

const areAlike = (some: readonly Constraint[]): boolean =>
  some.every((one) => one.name === some[0]?.name && (!isBlocking(one) || some.length === 1));

const distinct = (constraints: readonly Plain[]): readonly Plain[] => [
  ...new Map(constraints.map((one) => [JSON.stringify(one), one])).values(),
];

const writeWeek = (week: Week): readonly Plain[] => {
  const spans = week.flatMap((day, index) => day.map((span) => ({ day: dayNames[index] ?? "", ...span })));
  // Filters that leave nothing must go on leaving nothing, where an empty list would allow everything.
  if (spans.length === 0) return [{ block_weekdays: {} }, { block_weekends: {} }];
  if (spans.every(({ start, end }) => start === fullDay.start && end === fullDay.end)) {
    if (spans.length === dayNames.length) return [];
    return spans.map(({ day }) => ({ allow_day: { day } }));
  }
  return spans.map(({ day, start, end }) => ({
    allow_day_and_time: { day, start: writeHour(start), end: writeHour(end) },
  }));
};
