import type { MigrationRule } from "./rule.ts";

const filter = "timekitFindTime.filters.(and|or)[]";

/** Which of the free times are offered at all. */
export const filterRules: readonly MigrationRule[] = [
  {
    path: "timekitFindTime.filters",
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Are availability_constraints, a list of what is allowed or blocked. Where “and” and “or” are mixed, the weekly hours that result are written out.",
    isNotedLater: true,
  },
  {
    path: `${filter}.business_hours`,
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Is allow_hours. Without hours of its own it stood for Timekit's usual ones, which are written as 9 to 18: check them.",
    isNotedLater: true,
  },
  {
    path: `${filter}.daytime`,
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Is allow_hours. Without hours of its own it cannot be carried over: add { allow_hours: { start, end } } with the hours that you want.",
    isNotedLater: true,
  },
  {
    path: `${filter}.specific_time`,
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Is allow_hours, or goes into the weekly hours of allow_day_and_time.",
    isNotedLater: true,
  },
  {
    path: `${filter}.specific_day`,
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Is allow_day, or goes into the weekly hours of allow_day_and_time.",
    isNotedLater: true,
  },
  {
    path: `${filter}.specific_day_and_time`,
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Is allow_day_and_time.",
    isNotedLater: true,
  },
  {
    path: `${filter}.exclude_weekend`,
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Is block_weekends, or is left out of the weekly hours of allow_day_and_time.",
    isNotedLater: true,
  },
  {
    path: `${filter}.only_weekend`,
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Is allow_weekends, or goes into the weekly hours of allow_day_and_time.",
    isNotedLater: true,
  },
  {
    path: `${filter}.between_timestamps`,
    outcome: "reshaped",
    to: "availability_constraints",
    text: "Is allow_period. Beside filters of days or hours it cannot be carried over: set those at Timekit as constraints of the resource, and keep the period here.",
    isNotedLater: true,
  },
  {
    path: `${filter}.*.timezone`,
    outcome: "dropped",
    text: "v2 reads days and hours in the time zone of the resource. Check that one at Timekit, and change the hours here if it is another.",
    isNotedLater: true,
  },
  {
    path: "timekitFindTime.filters.after",
    outcome: "dropped",
    text: "v2 has nothing that takes the first, the last or random ones of the times. All that fit are offered.",
    isNotedLater: true,
  },
];
