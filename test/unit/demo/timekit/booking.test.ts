import { describe, expect, test } from "vitest";
import type { Timekit } from "../../../../demo/timekit/create-timekit.ts";
import type { JsonObject } from "../../../../demo/timekit/json.ts";
import { apiKeys, resourceIds } from "../../../../demo/timekit/world.ts";
import { ask, asResource, bookingOf, dataOf, resourceWith, slotsOf, startTimekit, withKey } from "./ask.ts";

const anyText: unknown = expect.any(String);
const path = "/v2/bookings?include=attributes,event,user";

const book = (timekit: Timekit, body: unknown, headers?: Record<string, string>): Promise<Response> =>
  ask(timekit, path, { body, headers: headers ?? asResource(resourceWith(timekit, resourceIds.normal)) });

describe("POST /v2/bookings", () => {
  test("takes a free slot, which is gone afterwards", async () => {
    const timekit = startTimekit();
    const [slot, ...others] = await slotsOf(timekit, resourceIds.normal);

    const response = await book(timekit, bookingOf(slot));
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      data: {
        id: anyText,
        graph: "instant",
        state: "confirmed",
        completed: true,
        attributes: { event_info: { ...slot, what: "Brook Lane Bicycles x Jane" } },
        event: slot,
        user: { email: "workshop@example.com" },
        customers: [{ name: "Jane", email: "jane@example.com", timezone: "Europe/London" }],
      },
    });
    expect(await slotsOf(timekit, resourceIds.normal)).toEqual(others);
  });

  test("refuses a slot that is already gone", async () => {
    const timekit = startTimekit();
    const [slot] = await slotsOf(timekit, resourceIds.normal);
    await book(timekit, bookingOf(slot));
    const response = await book(timekit, bookingOf(slot));
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      errors: { event: ["The timeslot is no longer available"] },
      action: "save_booking_data",
    });
  });

  test("refuses the past", async () => {
    const past = { start: "2026-03-23T09:00:00Z", end: "2026-03-23T10:00:00Z" };
    expect((await book(startTimekit(), bookingOf(past))).status).toBe(422);
  });

  test("leaves other resources as they were", async () => {
    const timekit = startTimekit();
    const before = await slotsOf(timekit, resourceIds.losAngeles);
    await book(timekit, bookingOf((await slotsOf(timekit, resourceIds.normal))[4]));
    expect(await slotsOf(timekit, resourceIds.losAngeles)).toEqual(before);
  });

  test("knows a slot again in the visitor's own offset", async () => {
    const timekit = startTimekit();
    await book(timekit, bookingOf({ start: "2026-03-24T20:00:00+09:00", end: "2026-03-24T21:00:00+09:00" }));
    expect((await slotsOf(timekit, resourceIds.normal))[0]).toMatchObject({
      start: "2026-03-24T13:00:00+00:00",
    });
  });

  test("writes times as the header wishes", async () => {
    const timekit = startTimekit();
    const headers = {
      ...asResource(resourceWith(timekit, resourceIds.normal)),
      "timekit-outputtimestampformat": "Y-m-d h:ia (P e)",
    };
    const response = await book(timekit, bookingOf((await slotsOf(timekit, resourceIds.normal))[0]), headers);
    expect(await response.json()).toMatchObject({
      data: { attributes: { event_info: { start: "2026-03-24 11:00am (+00:00 Europe/London)" } } },
    });
  });

  test.each([
    ["confirm_decline", "tentative"],
    ["instant_payment", "tentative"],
  ])("starts the graph %s as %s and holds the time", async (graph, state) => {
    const timekit = startTimekit();
    const [slot] = await slotsOf(timekit, resourceIds.normal);
    const response = await book(timekit, { ...bookingOf(slot), graph });
    expect(await response.json()).toMatchObject({ data: { graph, state, completed: false } });
    expect(await slotsOf(timekit, resourceIds.normal)).not.toContainEqual(slot);
  });

  const wish = bookingOf({ start: "2026-03-24T11:00:00Z", end: "2026-03-24T12:00:00Z" });
  test.each([
    ["no graph", { ...wish, graph: undefined }, "graph"],
    ["an unknown graph", { ...wish, graph: "confirm-decline" }, "graph"],
    ["no customer", { ...wish, customer: undefined }, "customer.name"],
    ["a bad address", { ...wish, customer: { name: "Jane", email: "jane" } }, "customer.email"],
    ["no event", { ...wish, event: undefined }, "event.start"],
    ["a start that is no time", { ...wish, event: { start: "soon" } }, "event.start"],
    ["an end before its start", { ...wish, event: { start: "2026-03-25", end: "2026-03-24" } }, "event.end"],
    ["no title", { ...wish, event: { start: "2026-03-24", end: "2026-03-25" } }, "event.what"],
    ["no group", { ...wish, graph: "group_customer" }, "related"],
    ["a list", [], "graph"],
  ])("refuses a body with %s", async (_, body, field) => {
    const response = await book(startTimekit(), body);
    expect(response.status).toBe(422);
    expect(await response.json()).toHaveProperty(["errors", field]);
  });

  test("refuses text that is not JSON", async () => {
    const timekit = startTimekit();
    const request = new Request(`https://timekit.test${path}`, {
      method: "POST",
      headers: asResource(resourceWith(timekit, resourceIds.normal)),
      body: "graph=instant",
    });
    expect((await timekit.fetch(request)).status).toBe(422);
    expect(timekit.requests[0]).toMatchObject({ body: "graph=instant" });
  });

  test("wants to know the resource from an app's key", async () => {
    const timekit = startTimekit();
    expect((await book(timekit, wish, withKey())).status).toBe(422);
    const named = { ...wish, resource_id: resourceIds.normal };
    expect((await book(timekit, named, withKey())).status).toBe(201);
  });
});

describe("a test app", () => {
  const wish = bookingOf({ start: "2026-03-24T11:00:00Z", end: "2026-03-24T12:00:00Z" });
  const attempt = (email: string): Promise<Response> =>
    book(
      startTimekit(),
      { ...wish, resource_id: resourceIds.testMode, customer: { name: "Jane", email } },
      withKey(apiKeys.test),
    );

  test.each([
    ["owner@example.com", 201],
    ["resource-6d8f0a2c@example.com", 201],
    ["jane@example.com", 422],
  ])("answers a booking for %s with %i", async (email, status) => {
    expect((await attempt(email)).status).toBe(status);
  });

  test("marks its answers", async () => {
    expect((await attempt("owner@example.com")).headers.get("timekit-testmode")).toBe("true");
  });
});

const listed = async (timekit: Timekit, search = ""): Promise<readonly JsonObject[]> => {
  const headers = asResource(resourceWith(timekit, resourceIds.groups));
  return dataOf(await ask(timekit, `/v2/bookings/groups${search}`, { headers }));
};

const seat = (id: unknown): Readonly<Record<string, unknown>> => ({
  ...bookingOf(undefined),
  graph: "group_customer",
  event: undefined,
  related: { owner_booking_id: id },
});

describe("group events", () => {
  test("are listed with their seats", async () => {
    const events = await listed(startTimekit());
    expect(events).toHaveLength(4);
    expect(events[0]).toMatchObject({
      graph: "group_owner",
      attributes: {
        group_booking: { max_seats: 3, current_seats: 0 },
        event_info: { what: "Mend a puncture", start: "2026-03-24T11:00:00+00:00" },
      },
    });
  });

  test("lose a seat with each booking and are gone when full", async () => {
    const timekit = startTimekit();
    const headers = asResource(resourceWith(timekit, resourceIds.groups));
    const [first, ...others] = await listed(timekit);
    expect((await book(timekit, seat(first?.["id"]), headers)).status).toBe(201);
    expect((await listed(timekit))[0]).toMatchObject({ attributes: { group_booking: { current_seats: 1 } } });
    await book(timekit, seat(first?.["id"]), headers);
    await book(timekit, seat(first?.["id"]), headers);
    expect((await listed(timekit)).map((event) => event["id"])).toEqual(others.map((event) => event["id"]));
    expect((await book(timekit, seat(first?.["id"]), headers)).status).toBe(404);
  });

  test("can be searched by widget alone", async () => {
    const timekit = startTimekit();
    expect(await listed(timekit, "?search=widget.id:unknown")).toEqual([]);
    const headers = asResource(resourceWith(timekit, resourceIds.groups));
    expect((await ask(timekit, "/v2/bookings/groups?search=state:open", { headers })).status).toBe(422);
  });
});
