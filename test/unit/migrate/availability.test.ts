import { describe, expect, it } from "vitest";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
const other = "e865df2c-3225-44f3-bb82-7c2e7ce6b360";

const rows: readonly Row[] = [
  {
    says: "writes out how long and how far ahead v1 looks by default",
    v1: {},
    config: { availability: { length: "1 hour", to: "4 weeks" } },
    lacks: ["availability.mode"],
    notes: { "timekitFindTime.length": "reshaped", "timekitFindTime.future": "reshaped" },
  },
  {
    says: "renames what v1 asks for",
    v1: {
      timekitFindTime: {
        start: "3 days",
        future: "3 days 2 weeks",
        length: "30 minutes",
        buffer: "15 minutes",
      },
    },
    config: {
      availability: { from: "3 days", to: "3 days 2 weeks", length: "30 minutes", buffer: "15 minutes" },
    },
    notes: {
      timekitFindTime: "reshaped",
      "timekitFindTime.start": "renamed",
      "timekitFindTime.future": "renamed",
      "timekitFindTime.length": "renamed",
      "timekitFindTime.buffer": "renamed",
    },
  },
  {
    says: "writes a Date as the moment that it holds",
    v1: { timekitFindTime: { start: new Date(Date.UTC(2027, 0, 2, 3)) } },
    config: { availability: { from: "2027-01-02T03:00:00.000Z" } },
    notes: { "timekitFindTime.start": ["renamed", "reshaped"] },
  },
  {
    says: "refuses times that are no times",
    v1: { timekitFindTime: { start: 3, length: new Date(Number.NaN), buffer: false } },
    config: { availability: { length: "1 hour" } },
    lacks: ["availability.from", "availability.buffer"],
    notes: {
      "timekitFindTime.start": "dropped",
      "timekitFindTime.length": ["needs-you", "reshaped"],
      "timekitFindTime.buffer": "dropped",
    },
  },
  {
    says: "refuses a request that is no object",
    v1: { timekitFindTime: "4 weeks" },
    config: { availability: { to: "4 weeks", length: "1 hour" } },
    notes: { timekitFindTime: "dropped" },
  },
  {
    says: "offers times every 15 minutes where v1 offered all solutions",
    v1: { timekitFindTime: { all_solutions: true } },
    config: { availability: { timeslot_increments: "15 minutes" } },
    notes: { "timekitFindTime.all_solutions": "reshaped" },
  },
  {
    says: "needs no option where v1 did not offer all solutions",
    v1: { timekitFindTime: { all_solutions: false } },
    lacks: ["availability.timeslot_increments"],
    notes: { "timekitFindTime.all_solutions": "reshaped" },
  },
  {
    says: "ignores all-day events where v1 did",
    v1: { timekitFindTime: { ignore_all_day_events: true } },
    config: { availability: { ignore_all_day_events: true } },
    notes: { "timekitFindTime.ignore_all_day_events": "renamed" },
  },
  {
    says: "understands camelCase, as Timekit's SDK did",
    v1: {
      timekitFindTime: {
        ignoreAllDayEvents: true,
        allSolutions: true,
        resourceIds: [other],
        noDaySpan: true,
      },
    },
    config: {
      availability: { ignore_all_day_events: true, timeslot_increments: "15 minutes" },
      resources: [other],
    },
    notes: {
      "timekitFindTime.ignoreAllDayEvents": "renamed",
      "timekitFindTime.allSolutions": "reshaped",
      "timekitFindTime.resourceIds": "reshaped",
      "timekitFindTime.noDaySpan": "dropped",
    },
  },
  {
    says: "adds listed resources to the page's own and asks when all are free",
    v1: { timekitFindTime: { resource_ids: [other, resourceId] } },
    facts: { resourceId },
    config: { resources: [resourceId, other], availability: { mode: "mutual" } },
    notes: { "timekitFindTime.resource_ids": "reshaped" },
  },
  {
    says: "asks for listed users alone, as v1 did",
    v1: { timekitFindTime: { user_ids: [other] } },
    facts: { resourceId },
    config: { resources: [other] },
    lacks: ["availability.mode"],
    notes: { "timekitFindTime.user_ids": "reshaped" },
  },
  {
    says: "refuses ids that are no ids",
    v1: { timekitFindTime: { user_ids: "all", resource_ids: [other, 7] } },
    config: { resources: [other] },
    notes: { "timekitFindTime.user_ids": "dropped", "timekitFindTime.resource_ids[1]": "dropped" },
  },
  {
    says: "asks for the resources behind e-mail addresses",
    v1: { timekitFindTime: { emails: ["marty@example.com", "doc@example.com"] } },
    notes: { "timekitFindTime.emails": "needs-you" },
  },
  {
    says: "drops chosen calendars, for which v2 has nothing",
    v1: { timekitFindTime: { calendar_ids: ["22f86f0c-ee80-470c-95e8-dadd9d05edd2"] } },
    facts: { resourceId },
    config: { resources: [resourceId] },
    notes: { "timekitFindTime.calendar_ids": "dropped" },
  },
  {
    says: "asks for what a stored filter collection holds",
    v1: { timekitFindTime: { filtercollection_id: "f" } },
    lacks: ["availability_constraints"],
    notes: { "timekitFindTime.filtercollection_id": "needs-you" },
  },
  {
    says: "drops what v2's service does not know",
    v1: { timekitFindTime: { no_day_span: true, sort: "asc", emit: {}, format: "Y-m-d", mood: "good" } },
    notes: {
      "timekitFindTime.no_day_span": "dropped",
      "timekitFindTime.sort": "dropped",
      "timekitFindTime.emit": "dropped",
      "timekitFindTime.format": "dropped",
      "timekitFindTime.mood": "dropped",
    },
  },
];

describe("availability", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });
});
