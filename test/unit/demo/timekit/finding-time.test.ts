import { describe, expect, test } from "vitest";
import { findSlots, type Schedule, type SlotQuery } from "../../../../demo/timekit/find-slots.ts";
import { asText } from "../../../../demo/timekit/json.ts";
import { resourceIds } from "../../../../demo/timekit/world.ts";
import { toIso } from "../../../../demo/timekit/zoned-time.ts";
import { ask, asResource, dataOf, nowMs, resourceWith, slotsOf, startTimekit } from "./ask.ts";

describe("finding time", () => {
  const timekit = startTimekit();
  const normal = resourceWith(timekit, resourceIds.normal);
  const headers = asResource(normal);

  const find = async (body: unknown, path = "/v2/findtime"): Promise<unknown> =>
    (await ask(timekit, path, { headers, body })).json();

  describe("POST /v2/findtime", () => {
    test("answers what Booking.js v1 sends", async () => {
      expect(await find({ emails: [normal.email], future: "1 day", length: "1 hour" })).toEqual({
        data: [
          { start: "2026-03-24T11:00:00+00:00", end: "2026-03-24T12:00:00+00:00" },
          { start: "2026-03-24T13:00:00+00:00", end: "2026-03-24T14:00:00+00:00" },
          { start: "2026-03-24T14:00:00+00:00", end: "2026-03-24T15:00:00+00:00" },
          { start: "2026-03-24T15:00:00+00:00", end: "2026-03-24T16:00:00+00:00" },
          { start: "2026-03-24T16:00:00+00:00", end: "2026-03-24T17:00:00+00:00" },
          { start: "2026-03-25T09:00:00+00:00", end: "2026-03-25T10:00:00+00:00" },
        ],
      });
    });

    test.each([
      [resourceIds.noSlots, 0],
      [resourceIds.oneSlot, 1],
      [resourceIds.twoSlots, 2],
      [resourceIds.twelveSlots, 12],
    ])("has for %s exactly %i slots", async (id, count) => {
      expect(await slotsOf(timekit, id)).toHaveLength(count);
    });

    test.each<[object, readonly string[]]>([
      [{ and: [{ business_hours: {} }] }, ["09:00", "10:00", "11:00", "13:00", "14:00"]],
      [{ and: [{ business_hours: { start: 13, end: "15:00" } }] }, ["13:00", "14:00"]],
      [{ and: [{ daytime: { start: 14, end: 17, timezone: "Europe/Copenhagen" } }] }, ["13:00", "14:00"]],
      [{ and: [{ exclude_weekend: {} }, { specific_time: { start: 10, end: 12 } }] }, ["10:00", "11:00"]],
      [{ and: [{ only_weekend: {} }] }, []],
      [{ and: [{ specific_day: { day: "Wednesday" } }] }, ["09:00", "10:00", "11:00", "13:00", "14:00"]],
      [
        { or: [{ specific_day_and_time: { day: "wednesday", start: 11, end: 12 } }, { only_weekend: {} }] },
        ["11:00"],
      ],
      [
        { and: [{ between_timestamps: { start: "2026-03-25T12:00Z", end: "2026-03-25T14:00Z" } }] },
        ["13:00"],
      ],
    ])("heeds the filters %j", async (filters, expected) => {
      const body = { start: "2026-03-25T00:00:00Z", future: "2026-03-26T00:00:00Z", filters };
      const response = await ask(timekit, "/v2/findtime", { headers, body });
      expect((await dataOf(response)).map(({ start }) => asText(start).slice(11, 16))).toEqual(expected);
    });

    test("begins slots every 15 minutes where all solutions are wanted", async () => {
      const body = { start: "2026-03-25T13:00:00Z", future: "2026-03-25T15:00:00Z", all_solutions: true };
      const found = await dataOf(await ask(timekit, "/v2/findtime", { headers, body }));
      expect(found.map(({ start }) => asText(start).slice(11, 16))).toEqual([
        "13:15",
        "13:30",
        "13:45",
        "14:00",
      ]);
    });

    test.each([
      [{ future: "eventually" }, { future: ["future is not a valid timestamp or relative time"] }],
      [{ future: "60 weeks" }, { future: ["future is not a valid timestamp or relative time"] }],
      [{ start: "2026-99-99" }, { start: ["start is not a valid timestamp or relative time"] }],
      [{ length: "short" }, { length: ["length is not a valid relative time"] }],
      [{ length: "1 minute" }, { length: ["length is not a valid relative time"] }],
      [{ length: 60 }, { length: ["length is not a valid relative time"] }],
      [
        { filters: { and: [{ specific_day: { day: "Someday" } }] } },
        { filters: ["filters holds a filter that does not exist or lacks a setting"] },
      ],
      [{ emails: ["no@example.com"] }, { emails: ["The selected emails is invalid"] }],
      [{ user_ids: [resourceIds.testMode] }, { user_ids: ["The selected user_ids is invalid"] }],
      [{ calendar_ids: ["none"] }, { calendar_ids: ["The selected calendar_ids is invalid"] }],
    ])("refuses %j with 422", async (body, errors) => {
      const response = await ask(timekit, "/v2/findtime", { headers, body });
      expect(response.status).toBe(422);
      expect(await response.json()).toEqual({ errors });
    });
  });
});

describe("what is free", () => {
  const hourMs = 60 * 60 * 1000;
  const weekMs = 7 * 24 * hourMs;
  const morning: Schedule = { weekdays: [1, 2, 3, 4, 5], opensAt: 540, closesAt: 720 };

  const starts = (schedule: Partial<Schedule>, query: Partial<SlotQuery> = {}): readonly string[] => {
    const timeZone = query.timeZone ?? "Europe/London";
    const full = { fromMs: nowMs, untilMs: nowMs + weekMs, lengthMs: hourMs, taken: [], ...query, timeZone };
    return findSlots({ ...morning, ...schedule }, full).map(({ startMs }) => toIso(startMs, timeZone));
  };

  describe("slots", () => {
    test("keep to the wall clock when summer time begins", () => {
      expect(starts({ weekdays: [1] })[0]).toBe("2026-03-30T09:00:00+01:00");
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
});
