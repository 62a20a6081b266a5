import { copy } from "../take/copy.ts";
import { timeZone } from "../take/time.ts";
import type { MigrationRule } from "./rule.ts";

/** The calendar itself, FullCalendar 3 in both. */
export const calendarRules: readonly MigrationRule[] = [
  {
    path: "fullCalendar",
    outcome: "renamed",
    to: "fullcalendar",
    text: "Is fullcalendar, in lower case, with the same options: v2 has FullCalendar 3 too. (v3 has FullCalendar 5, whose options are called otherwise.)",
    holds: "object",
  },
  {
    path: "fullCalendar.timezone",
    outcome: "reshaped",
    to: "ui.timezone",
    text: "v2 asks Timekit for times in the visitor's zone and must not convert them again. A fixed zone is ui.timezone, which visitors can change; “local” is what v2 does by itself.",
    take: timeZone,
  },
  {
    path: "fullCalendar.lang",
    outcome: "dropped",
    text: "v1 has not read it since 1.17. The language is fullcalendar.locale, with its language file loaded after v2's script.",
  },
  {
    path: "fullCalendar.*",
    outcome: "kept",
    to: "fullcalendar.*",
    text: "Has the same name in fullcalendar. Functions are carried over; check what they read.",
    take: copy,
  },
];
