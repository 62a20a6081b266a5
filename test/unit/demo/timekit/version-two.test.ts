import { describe, expect, test } from "vitest";
import { asObject, asText } from "../../../../demo/timekit/json.ts";
import { projectIds, resourceIds, widgetKeys } from "../../../../demo/timekit/world.ts";
import { ask, asResource, dataOf, resourceWith, slotsOf, startTimekit, withKey } from "./ask.ts";

const timekit = startTimekit();
const normal = resourceWith(timekit, resourceIds.normal);
const losAngeles = resourceWith(timekit, resourceIds.losAngeles);
const headers = withKey(widgetKeys.live);
const output = { output_timezone: "Europe/London" };

const query = (body: object, on = timekit): Promise<Response> =>
  ask(on, "/v2/availability", { headers, body: { ...output, ...body } });

const starts = async (body: object): Promise<readonly string[]> =>
  (await dataOf(await query(body))).map(({ start }) => asText(start));

const nextDay = { from: "2026-03-25T00:00:00Z", to: "2026-03-26T00:00:00Z" };

const nextDays = { ...nextDay, to: "2026-03-27T00:00:00Z" };

describe("GET /v2/projects", () => {
  test("gives a page with the widget key the project, and no key", async () => {
    const response = await ask(timekit, `/v2/projects/embed/${projectIds.normal}`, { headers });
    const { data } = asObject(await response.json());
    expect(data).toMatchObject({
      id: projectIds.normal,
      slug: "book-a-repair",
      booking: { graph: "instant" },
    });
    expect(data).not.toHaveProperty("app_key");
  });
});

describe("POST /v2/availability", () => {
  test("finds for a resource what findtime finds, and names it", async () => {
    const response = await query({ resources: [normal.id], length: "1 hour", to: "4 weeks" });
    const found = await dataOf(response);
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual(await slotsOf(timekit, normal.id));
    expect(found[0]).toMatchObject({ resources: [{ id: normal.id, name: "Brook Lane Bicycles" }] });
  });

  test("tells nobody a token or an e-mail address", async () => {
    const text = await (await query({ resources: [normal.id, losAngeles.id] })).text();
    expect(text).not.toMatch(/token|@/);
  });

  test("offers a team's times with those who are free, and with mutual only those of all", async () => {
    const resources = [losAngeles.id, normal.id];
    const offers = await dataOf(await query({ resources, ...nextDays }));
    const freeAt = (time: string): readonly unknown[] =>
      offers.filter(({ start }) => start === time).flatMap(({ resources: free }) => idsIn(free));
    expect(freeAt("2026-03-25T09:00:00+00:00")).toEqual([normal.id]);
    expect(freeAt("2026-03-26T16:00:00+00:00")).toEqual([losAngeles.id, normal.id]);
    expect(await starts({ resources, mode: "mutual", ...nextDays })).toEqual(["2026-03-26T16:00:00+00:00"]);
  });

  test.each<[object, readonly string[]]>([
    [{ allow_hours: { start: 13, end: 15 } }, ["13:00", "14:00"]],
    [{ allow_hours: { start: "12:30", end: "14" } }, ["13:00"]],
    [{ block_hours: { start: 10, end: 13 } }, ["09:00", "13:00", "14:00"]],
    [{ allow_day: { day: "Thursday" } }, []],
    [{ allow_day_and_time: { day: "Wednesday", start: 13, end: 15 } }, ["13:00", "14:00"]],
    [{ block_weekdays: {} }, []],
    [{ allow_weekends: {} }, []],
    [{ block_weekends: {} }, ["09:00", "10:00", "11:00", "13:00", "14:00"]],
    [{ allow_period: { start: "2026-03-25T13:00:00Z", end: "2026-03-25T15:00:00Z" } }, ["13:00", "14:00"]],
    [
      { block_period: { start: "2026-03-25T13:30:00Z", end: "2026-03-26T00:00:00Z" } },
      ["09:00", "10:00", "11:00"],
    ],
  ])("heeds the constraint %j", async (constraint, expected) => {
    const found = await starts({ resources: [normal.id], ...nextDay, constraints: [constraint] });
    expect(found.map((start) => start.slice(11, 16))).toEqual(expected);
  });

  test("adds up what is allowed in one way, and narrows by what is allowed in another", async () => {
    const hours = [{ allow_hours: { start: 11, end: 12 } }, { allow_hours: { start: 14, end: 15 } }];
    const both = await starts({ resources: [normal.id], ...nextDay, constraints: hours });
    expect(both.map((start) => start.slice(11, 16))).toEqual(["11:00", "14:00"]);
    const none = { resources: [normal.id], ...nextDay, constraints: [...hours, { allow_weekends: {} }] };
    expect(await starts(none)).toEqual([]);
  });

  test.each([
    [{}, "resources"],
    [{ resources: [resourceIds.unknown] }, "resources"],
    [{ resources: [resourceIds.testMode] }, "resources"],
    [{ project_id: "none" }, "project_id"],
    [{ resources: [normal.id], to: "eventually" }, "to"],
    [{ resources: [normal.id], from: "soon" }, "from"],
    [{ resources: [normal.id], length: "short" }, "length"],
    [{ resources: [normal.id], buffer: "some" }, "buffer"],
    [{ resources: [normal.id], timeslot_increments: "1 minute" }, "timeslot_increments"],
    [{ resources: [normal.id], mode: "any" }, "mode"],
    [{ resources: [normal.id], output_timezone: "Nowhere/At_all" }, "output_timezone"],
    [{ resources: [normal.id], output_timezone: "+1" }, "output_timezone"],
    [{ resources: [normal.id], constraints: [{ allow_nothing: {} }] }, "constraints"],
    [{ resources: [normal.id], constraints: [{ allow_hours: { start: 17, end: 9 } }] }, "constraints"],
  ])("refuses %j with 422", async (body, field) => {
    const response = await query(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toHaveProperty(["errors", field]);
  });

  test.each([
    ["a client-token", asResource(normal), 403],
    ["nobody", {}, 401],
  ])("is closed to %s", async (_, asCaller, status) => {
    const body = { resources: [normal.id] };
    expect((await ask(timekit, "/v2/availability", { headers: asCaller, body })).status).toBe(status);
  });

  test("is all that a widget key opens, beside booking", async () => {
    const paths = ["/v2/app", `/v2/resources/${normal.id}`, "/v2/credentials", "/v2/users/timezone/x"];
    const statuses = await Promise.all(
      paths.map(async (path) => (await ask(timekit, path, { headers })).status),
    );
    expect(statuses).toEqual([403, 403, 403, 403]);
  });
});

describe("POST /v2/bookings by v2", () => {
  const book = (on: typeof timekit, body: object): Promise<Response> =>
    ask(on, "/v2/bookings?include=attributes", { headers, body: { ...wish, ...body } });
  const wish = {
    graph: "instant",
    start: "2026-03-25T13:00:00Z",
    end: "2026-03-25T14:00:00Z",
    description: "Name: Jane",
    customer: { name: "Jane", email: "jane@example.com", timezone: "Europe/London" },
    resource_id: normal.id,
  };

  test("takes the time of the resource", async () => {
    const fresh = startTimekit();
    const response = await book(fresh, { what: "Meeting with Jane", where: "TBD" });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      data: {
        state: "confirmed",
        attributes: { event_info: { start: "2026-03-25T13:00:00+00:00", what: "Meeting with Jane" } },
      },
    });
    const left = await dataOf(await query({ resources: [normal.id], ...nextDay }, fresh));
    expect(left.map(({ start }) => asText(start).slice(11, 16))).toEqual([
      "09:00",
      "10:00",
      "11:00",
      "14:00",
    ]);
  });

  test.each([
    [{}, "what"],
    [{ what: "x", resource_id: resourceIds.unknown }, "resource_id"],
    [{ project_id: "none" }, "project_id"],
    [{ what: "x", start: "soon" }, "start"],
    [{ what: "x", end: "2026-03-24" }, "end"],
  ])("refuses %j with 422", async (body, field) => {
    const response = await book(startTimekit(), body);
    expect(response.status).toBe(422);
    expect(await response.json()).toHaveProperty(["errors", field]);
  });
});

const idsIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.map((item) => asObject(item)["id"]) : [];
