import { describe, expect, test } from "vitest";
import type { Timekit } from "../../../../demo/timekit/create-timekit.ts";
import type { JsonObject } from "../../../../demo/timekit/json.ts";
import { resourceIds } from "../../../../demo/timekit/world.ts";
import { ask, asResource, bookingOf, dataOf, resourceWith, slotsOf, startTimekit } from "./ask.ts";

const path = "/v2/bookings?include=attributes,event,user";

const book = (timekit: Timekit, body: unknown, headers?: Record<string, string>): Promise<Response> =>
  ask(timekit, path, { body, headers: headers ?? asResource(resourceWith(timekit, resourceIds.normal)) });

describe("POST /v2/bookings", () => {
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
});
