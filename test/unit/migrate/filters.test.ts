import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { expectedOf, type Row, seenIn } from "./compare.ts";

interface FilterRow {
  readonly says: string;
  readonly filters: unknown;
  readonly constraints: readonly unknown[] | undefined;
  readonly notes?: Row["notes"];
}

const at = "timekitFindTime.filters";
const mornings = { day: "Monday", start: 9, end: 12 };

const rows: readonly FilterRow[] = [
  {
    says: "turns hours and weekends of the usual kind into what v2's guide shows",
    filters: { and: [{ business_hours: { start: 8, end: 16 } }, { exclude_weekend: {} }] },
    constraints: [{ block_weekends: {} }, { allow_hours: { start: 8, end: 16 } }],
    notes: {
      [at]: "reshaped",
      [`${at}.and[0].business_hours`]: "reshaped",
      [`${at}.and[1].exclude_weekend`]: "reshaped",
    },
  },
  {
    says: "writes Timekit's usual hours for business hours without any, and asks to check them",
    filters: { and: [{ business_hours: {} }] },
    constraints: [{ allow_hours: { start: 9, end: 18 } }],
    notes: { [`${at}.and[0].business_hours`]: "needs-you" },
  },
  {
    says: "understands the spellings with hyphens, plural and camelCase",
    filters: { and: [{ "specific-time": { start: 17, end: 21 } }, { excludeWeekends: {} }] },
    constraints: [{ block_weekends: {} }, { allow_hours: { start: 17, end: 21 } }],
    notes: { [`${at}.and[0].specific-time`]: "reshaped", [`${at}.and[1].excludeWeekends`]: "reshaped" },
  },
  {
    says: "reads working hours as business hours",
    filters: { and: [{ "working-hours": {} }] },
    constraints: [{ allow_hours: { start: 9, end: 18 } }],
  },
  {
    says: "turns a choice of days into allowed days",
    filters: { or: [{ specific_day: { day: "monday" } }, { specific_day: { day: "Wednesday" } }] },
    constraints: [{ allow_day: { day: "Monday" } }, { allow_day: { day: "Wednesday" } }],
    notes: { [`${at}.or[0].specific_day`]: "reshaped", [`${at}.or[1].specific_day`]: "reshaped" },
  },
  {
    says: "turns a choice of days and hours into allowed days and hours",
    filters: {
      or: [
        { specific_day_and_time: mornings },
        { specific_day_and_time: { day: "Friday", start: 14, end: 17 } },
      ],
    },
    constraints: [
      { allow_day_and_time: mornings },
      { allow_day_and_time: { day: "Friday", start: 14, end: 17 } },
    ],
  },
  {
    says: "keeps a choice beside blocked weekends",
    filters: { and: [{ exclude_weekend: {} }], or: [{ specific_day_and_time: mornings }] },
    constraints: [{ block_weekends: {} }, { allow_day_and_time: mornings }],
  },
  {
    says: "writes out the weekly hours where hours and a choice of days are mixed",
    filters: {
      and: [{ exclude_weekend: {} }, { specific_time: { start: 10, end: 16 } }],
      or: [{ specific_day: { day: "Thursday" } }, { specific_day: { day: "Sunday" } }],
    },
    constraints: [{ allow_day_and_time: { day: "Thursday", start: 10, end: 16 } }],
  },
  {
    says: "writes out the hours that two filters have in common",
    filters: { and: [{ specific_time: { start: 10, end: 16 } }, { specific_time: { start: 12, end: 18 } }] },
    constraints: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(
      (day) => ({
        allow_day_and_time: { day, start: 12, end: 16 },
      }),
    ),
  },
  {
    says: "writes out a choice of hours of different kinds",
    filters: { or: [{ only_weekend: {} }, { specific_day_and_time: mornings }] },
    constraints: [
      { allow_day_and_time: mornings },
      { allow_day_and_time: { day: "Saturday", start: 0, end: 24 } },
      { allow_day_and_time: { day: "Sunday", start: 0, end: 24 } },
    ],
  },
  {
    says: "joins hours that overlap or touch",
    filters: {
      and: [{ specific_day: { day: "Monday" } }],
      or: [
        { specific_time: { start: 9, end: 11 } },
        { specific_time: { start: 10, end: 12 } },
        { specific_time: { start: 12, end: 13 } },
      ],
    },
    constraints: [{ allow_day_and_time: { day: "Monday", start: 9, end: 13 } }],
  },
  {
    says: "goes on offering nothing where the filters leave nothing",
    filters: { and: [{ specific_day: { day: "Monday" } }, { specific_day: { day: "Tuesday" } }] },
    constraints: [{ block_weekdays: {} }, { block_weekends: {} }],
  },
  {
    says: "writes whole days as days",
    filters: { and: [{ specific_day: { day: "Monday" } }, { specific_time: { start: 0, end: 24 } }] },
    constraints: [{ allow_day: { day: "Monday" } }],
  },
  {
    says: "needs no constraint where the filters leave everything",
    filters: { and: [{ specific_time: { start: 0, end: 24 } }, { daytime: { start: 0, end: 24 } }] },
    constraints: undefined,
  },
  {
    says: "turns weekends alone into allowed weekends",
    filters: { and: [{ only_weekends: {} }] },
    constraints: [{ allow_weekends: {} }],
    notes: { [`${at}.and[0].only_weekends`]: "reshaped" },
  },
  {
    says: "turns a period into an allowed period",
    filters: { or: [{ between_timestamps: { start: "2027-01-01T00:00:00Z", end: "2027-02-01T00:00:00Z" } }] },
    constraints: [{ allow_period: { start: "2027-01-01T00:00:00Z", end: "2027-02-01T00:00:00Z" } }],
  },
  {
    says: "asks for a period that stands beside hours",
    filters: { and: [{ between_timestamps: { start: "a", end: "b" } }, { daytime: { start: 8, end: 20 } }] },
    constraints: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(
      (day) => ({
        allow_day_and_time: { day, start: 8, end: 20 },
      }),
    ),
    notes: { [`${at}.and[0].between_timestamps`]: "needs-you", [`${at}.and[1].daytime`]: "reshaped" },
  },
  {
    says: "reads half hours and hours written as text",
    filters: { and: [{ specific_time: { start: "9:30", end: "17" } }] },
    constraints: [{ allow_hours: { start: "9:30", end: 17 } }],
  },
  {
    says: "reads hours given as fractions",
    filters: { and: [{ specific_time: { start: 9.5, end: 17.25 } }] },
    constraints: [{ allow_hours: { start: "9:30", end: "17:15" } }],
  },
  {
    says: "says that the time zone is the resource's",
    filters: { and: [{ exclude_weekend: { timezone: "America/Los_Angeles" } }] },
    constraints: [{ block_weekends: {} }],
    notes: {
      [`${at}.and[0].exclude_weekend`]: "reshaped",
      [`${at}.and[0].exclude_weekend.timezone`]: "dropped",
    },
  },
  {
    says: "asks for hours that it cannot read, and keeps the rest",
    filters: {
      and: [
        { specific_time: { start: 17, end: 9 } },
        { specific_time: { start: 9 } },
        { daytime: {} },
        { business_hours: { start: 25, end: 30 } },
        { specific_day: { day: "Caturday" } },
        { specific_day_and_time: { day: "Monday", start: "soon", end: 10 } },
        { between_timestamps: { start: "2027-01-01" } },
        { exclude_weekend: "yes" },
        { exclude_weekend: null },
      ],
    },
    constraints: [{ block_weekends: {} }],
    notes: {
      [`${at}.and[0].specific_time`]: "needs-you",
      [`${at}.and[1].specific_time`]: "needs-you",
      [`${at}.and[2].daytime`]: "needs-you",
      [`${at}.and[3].business_hours`]: "needs-you",
      [`${at}.and[4].specific_day`]: "needs-you",
      [`${at}.and[5].specific_day_and_time`]: "needs-you",
      [`${at}.and[6].between_timestamps`]: "needs-you",
      [`${at}.and[7].exclude_weekend`]: "needs-you",
      [`${at}.and[8].exclude_weekend`]: "reshaped",
    },
  },
  {
    says: "asks for a whole choice of which it does not know one member",
    filters: { and: [{ exclude_weekend: {} }], or: [{ full_moon: {} }, { specific_day: { day: "Monday" } }] },
    constraints: [{ block_weekends: {} }],
    notes: { [`${at}.or[0].full_moon`]: "needs-you", [`${at}.or[1].specific_day`]: "needs-you" },
  },
  {
    says: "asks for a choice whose member holds two filters",
    filters: { or: [{ specific_day: { day: "Monday" }, specific_time: { start: 9, end: 12 } }] },
    constraints: undefined,
    notes: { [`${at}.or[0].specific_day`]: "needs-you", [`${at}.or[0].specific_time`]: "needs-you" },
  },
  {
    says: "reads two filters in one item of a list that must all hold",
    filters: { and: [{ exclude_weekend: {}, specific_time: { start: 9, end: 12 } }] },
    constraints: [{ block_weekends: {} }, { allow_hours: { start: 9, end: 12 } }],
  },
  {
    says: "drops what takes a few of the times",
    filters: { after: [{ take_first: { number: 3 } }] },
    constraints: undefined,
    notes: { [`${at}.after`]: "dropped" },
  },
  {
    says: "drops lists and settings that no filter has",
    filters: { xor: [], and: [{ exclude_weekend: { strict: true } }], or: [] },
    constraints: [{ block_weekends: {} }],
    notes: {
      [`${at}.xor`]: "dropped",
      [`${at}.or`]: "dropped",
      [`${at}.and[0].exclude_weekend.strict`]: "dropped",
    },
  },
  {
    says: "refuses lists and items of a wrong type",
    filters: { and: { exclude_weekend: {} }, or: ["exclude_weekend", {}] },
    constraints: undefined,
    notes: { [`${at}.and`]: "dropped", [`${at}.or[0]`]: "dropped", [`${at}.or[1]`]: "dropped" },
  },
  {
    says: "refuses filters that are no object",
    filters: [{ exclude_weekend: {} }],
    constraints: undefined,
    notes: { [at]: "dropped" },
  },
];

describe("filters", () => {
  it.each(rows)("$says", ({ says, filters, constraints, notes }) => {
    const row: Row = { says, v1: { timekitFindTime: { filters } }, ...(notes && { notes }) };
    expect(seenIn(row)).toMatchObject(expectedOf(row));
    expect(migrateConfig(row.v1).config["availability_constraints"]).toEqual(constraints);
  });
});
