import { describe, expect, test } from "vitest";
import { asText } from "../../../../demo/timekit/json.ts";
import { resourceIds } from "../../../../demo/timekit/world.ts";
import { ask, asResource, dataOf, resourceWith, slotsOf, startTimekit, withKey } from "./ask.ts";

const timekit = startTimekit();
const normal = resourceWith(timekit, resourceIds.normal);
const losAngeles = resourceWith(timekit, resourceIds.losAngeles);
const noSlots = resourceWith(timekit, resourceIds.noSlots);
const headers = asResource(normal);

const including = (items: readonly unknown[]): unknown => expect.arrayContaining([...items]);
const containing = (part: object): unknown => expect.objectContaining(part);

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

  test("shows a day of twelve slots whole", async () => {
    const days = (await slotsOf(timekit, resourceIds.twelveSlots)).map(({ start }) => start.slice(0, 10));
    expect(new Set(days)).toEqual(new Set(["2026-04-01"]));
  });

  test("gives the same answer to the same question", async () => {
    expect(await slotsOf(timekit, resourceIds.normal)).toEqual(
      await slotsOf(startTimekit(), resourceIds.normal),
    );
  });

  test("finds the times at which everyone is free", async () => {
    const both = { emails: [normal.email, losAngeles.email], future: "1 week" };
    // Nine to five in Los Angeles is four in the afternoon to midnight in London, until the clocks change there.
    expect(await find(both)).toMatchObject({
      data: including([{ start: "2026-03-24T16:00:00+00:00", end: "2026-03-24T17:00:00+00:00" }]),
    });
    expect(await find({ emails: [normal.email, noSlots.email] })).toEqual({ data: [] });
  });

  test.each([
    ["user_ids", losAngeles.id],
    ["resource_ids", losAngeles.id],
    ["calendar_ids", losAngeles.calendarId],
  ])("takes a resource by %s", async (field, value) => {
    expect(await find({ [field]: [value], future: "1 day" })).toMatchObject({
      data: [{ start: "2026-03-24T09:00:00-07:00" }, {}, {}, {}, {}, {}, {}],
    });
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
    [{ and: [{ between_timestamps: { start: "2026-03-25T12:00Z", end: "2026-03-25T14:00Z" } }] }, ["13:00"]],
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

  test("looks from a moment to a moment", async () => {
    const body = { start: "2026-03-26T09:00:00Z", future: "2026-03-26T12:00:00Z", length: "30 minutes" };
    expect(await find(body)).toMatchObject({
      data: [{ start: "2026-03-26T09:30:00+00:00" }, {}, {}, {}, {}],
    });
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

  test("wants a name from an app's key", async () => {
    const response = await ask(timekit, "/v2/findtime", { headers: withKey(), body: {} });
    expect(response.status).toBe(422);
  });
});

describe("POST /v2/findtime/team", () => {
  const team = {
    users: [{ _email: normal.email }, { _email: losAngeles.email, emails: [losAngeles.email] }],
  };

  test("lists who is free at each time, with tokens that are not of the client kind", async () => {
    const body = await find(team, "/v2/findtime/team");
    expect(body).toMatchObject({
      data: including([
        {
          start: "2026-03-24T16:00:00+00:00",
          end: "2026-03-24T17:00:00+00:00",
          users: [
            { email: normal.email, user_id: normal.id, token: normal.apiToken },
            { email: losAngeles.email, token: losAngeles.apiToken },
          ].map((user) => containing(user)),
        },
      ]),
    });
  });

  test.each([
    [{}, "users"],
    [{ users: [] }, "users"],
    [{ users: [{ _email: "no@example.com" }] }, "emails"],
    [{ users: [{ _email: normal.email, length: "short" }] }, "length"],
  ])("refuses %j with 422", async (body, field) => {
    const response = await ask(timekit, "/v2/findtime/team", { headers, body });
    expect(response.status).toBe(422);
    expect(await response.json()).toHaveProperty(["errors", field]);
  });
});
