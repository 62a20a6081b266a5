import { describe, expect, test } from "vitest";
import { findSlots, type Schedule, type SlotQuery } from "../../../../demo/timekit/find-slots.ts";
import { offsetMinutes, toIso } from "../../../../demo/timekit/zoned-time.ts";
import { nowMs } from "./ask.ts";

const hourMs = 60 * 60 * 1000;
const weekMs = 7 * 24 * hourMs;
const morning: Schedule = { weekdays: [1, 2, 3, 4, 5], opensAt: 540, closesAt: 720 };

const starts = (schedule: Partial<Schedule>, query: Partial<SlotQuery> = {}): readonly string[] => {
  const timeZone = query.timeZone ?? "Europe/London";
  const full = { fromMs: nowMs, untilMs: nowMs + weekMs, lengthMs: hourMs, taken: [], ...query, timeZone };
  return findSlots({ ...morning, ...schedule }, full).map(({ startMs }) => toIso(startMs, timeZone));
};

describe("slots", () => {
  test("start after now, one after the other, until closing time", () => {
    expect(starts({ weekdays: [2] }, { untilMs: nowMs + 24 * hourMs })).toEqual([
      "2026-03-24T11:00:00+00:00",
    ]);
    expect(starts({ weekdays: [3] })).toEqual([
      "2026-03-25T09:00:00+00:00",
      "2026-03-25T10:00:00+00:00",
      "2026-03-25T11:00:00+00:00",
    ]);
  });

  test("keep to working days", () => {
    const days = starts({}).map((start) => new Date(start).getUTCDay());
    expect(new Set(days)).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test("keep to the wall clock when summer time begins", () => {
    expect(starts({ weekdays: [1] })[0]).toBe("2026-03-30T09:00:00+01:00");
  });

  test("keep to the resource's own clock", () => {
    expect(starts({ weekdays: [3] }, { timeZone: "America/Los_Angeles" })[0]).toBe(
      "2026-03-25T09:00:00-07:00",
    );
    expect(starts({ weekdays: [3] }, { timeZone: "Asia/Kolkata" })[0]).toBe("2026-03-25T09:00:00+05:30");
  });

  test("are as long as asked for and end in time", () => {
    expect(starts({ weekdays: [3] }, { lengthMs: 1.5 * hourMs })).toEqual([
      "2026-03-25T09:00:00+00:00",
      "2026-03-25T10:30:00+00:00",
    ]);
    expect(starts({ weekdays: [3] }, { untilMs: Date.parse("2026-03-25T10:30:00Z") })).toHaveLength(1);
  });

  test("resume after a break, on its weekday only", () => {
    const breaks = [{ weekday: 3, opensAt: 570, closesAt: 630 }];
    expect(starts({ weekdays: [3], breaks })).toEqual(["2026-03-25T10:30:00+00:00"]);
    expect(starts({ weekdays: [4], breaks })).toHaveLength(3);
  });

  test("leave out what is taken, even in part", () => {
    const startMs = Date.parse("2026-03-25T10:30:00Z");
    expect(starts({ weekdays: [3] }, { taken: [{ startMs, endMs: startMs + hourMs }] })).toEqual([
      "2026-03-25T09:00:00+00:00",
    ]);
  });

  test("that are limited in number do not come back when one is taken", () => {
    const only = { weekdays: [3], atMost: 1 };
    const startMs = Date.parse("2026-03-25T09:00:00Z");
    expect(starts(only)).toEqual(["2026-03-25T09:00:00+00:00"]);
    expect(starts(only, { taken: [{ startMs, endMs: startMs + hourMs }] })).toEqual([]);
  });

  test.each([
    ["a Monday", "2026-03-23T10:00:00Z", "2026-04-01T09:00:00+01:00"],
    ["a Wednesday", "2026-03-25T08:00:00Z", "2026-04-01T09:00:00+01:00"],
    ["a Sunday", "2026-03-29T10:00:00Z", "2026-04-01T09:00:00+01:00"],
  ])("of next week are in the week after %s", (_, from, first) => {
    const fromMs = Date.parse(from);
    const query = { fromMs, untilMs: fromMs + 4 * weekMs };
    expect(starts({ weekdays: [3], fromNextWeek: true, atMost: 12 }, query)[0]).toBe(first);
  });
});

describe("a zone's offset", () => {
  test.each([
    ["2026-03-24T10:00:00Z", "Europe/London", 0],
    ["2026-03-24T10:00:59.999Z", "Europe/London", 0],
    ["2026-03-29T01:00:00Z", "Europe/London", 60],
    ["2026-03-24T10:00:31Z", "America/Los_Angeles", -420],
    ["2026-03-24T10:00:31Z", "Asia/Kathmandu", 345],
  ])("at %s in %s is %i minutes", (instant, timeZone, expected) => {
    expect(offsetMinutes(Date.parse(instant), timeZone)).toBe(expected);
  });
});
