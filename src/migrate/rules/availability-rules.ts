import { everyQuarter } from "../take/flag.ts";
import { flag } from "../take/flag.ts";
import { time } from "../take/time.ts";
import type { MigrationRule } from "./rule.ts";

/** Which times are offered. */
export const availabilityRules: readonly MigrationRule[] = [
  {
    path: "timekitFindTime",
    outcome: "reshaped",
    to: "availability",
    text: "Is availability, since v2 asks another service of Timekit's for free times.",
    holds: "object",
  },
  {
    path: "timekitFindTime.future",
    outcome: "renamed",
    to: "availability.to",
    text: "Is availability.to: how far ahead times are offered, at most 6 months.",
    take: time,
  },
  {
    path: "timekitFindTime.start",
    outcome: "renamed",
    to: "availability.from",
    text: "Is availability.from: when the first time may begin, counted from now.",
    take: time,
  },
  {
    path: "timekitFindTime.length",
    outcome: "renamed",
    to: "availability.length",
    text: "Is availability.length.",
    take: time,
  },
  {
    path: "timekitFindTime.buffer",
    outcome: "renamed",
    to: "availability.buffer",
    text: "Is availability.buffer.",
    take: time,
  },
  {
    path: "timekitFindTime.all_solutions",
    outcome: "reshaped",
    to: "availability.timeslot_increments",
    text: "All solutions begin every 15 minutes, which v2 spells availability.timeslot_increments: '15 minutes'. Off is v2's default and needs no option.",
    take: everyQuarter,
    isRewritten: true,
  },
  {
    path: "timekitFindTime.ignore_all_day_events",
    outcome: "renamed",
    to: "availability.ignore_all_day_events",
    text: "Is availability.ignore_all_day_events.",
    take: flag,
  },
  {
    path: "timekitFindTime.emails",
    outcome: "needs-you",
    to: "resources",
    text: "v2 names people by resource id. Find the id of each at Timekit (admin.timekit.io, Resources) and list it in resources. For times at which all of them are free, set availability.mode: 'mutual'.",
  },
  {
    path: "timekitFindTime.(user_ids|resource_ids)",
    outcome: "reshaped",
    to: "resources",
    text: "The ids go into resources; with more than one, availability.mode: 'mutual' asks for times at which all of them are free, as v1 did.",
    isNotedLater: true,
  },
  {
    path: "timekitFindTime.calendar_ids",
    outcome: "dropped",
    text: "v2 cannot look at chosen calendars for one page: it heeds those that are chosen in the resource's settings at Timekit. Choose them there. If pages need different calendars of one person, stay on v1 for now.",
  },
  {
    path: "timekitFindTime.filtercollection_id",
    outcome: "needs-you",
    to: "availability_constraints",
    text: "v2 has no stored filters. Look up what the collection filters and set it at Timekit, as constraints of the resource or the project, or here in availability_constraints.",
  },
  {
    path: "timekitFindTime.no_day_span",
    outcome: "dropped",
    text: "v2 has no such option. If times must not run past midnight, set hours with availability_constraints, as [{ allow_hours: { start: 9, end: 17 } }].",
  },
  {
    path: "timekitFindTime.(sort|emit|format)",
    outcome: "dropped",
    text: "v2 has no such option; it shows times in order and reads them itself.",
  },
];
