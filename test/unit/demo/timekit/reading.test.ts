import { describe, expect, test } from "vitest";
import { makeCredential } from "../../../../demo/timekit/make-credential.ts";
import { resourceIds, widgetIds } from "../../../../demo/timekit/world.ts";
import { ask, asResource, clientToken, nowMs, resourceWith, startTimekit, withKey } from "./ask.ts";

const timekit = startTimekit();
const normal = resourceWith(timekit, resourceIds.normal);
const anyText: unknown = expect.any(String);
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const read = async (path: string, headers = withKey()): Promise<unknown> =>
  (await ask(timekit, path, { headers })).json();

describe("GET /v2/app", () => {
  test("names the app, and its key only on request", async () => {
    expect(await read("/v2/app")).toEqual({
      data: { id: anyText, slug: "brook-lane", settings: { name: "Brook Lane", callback: null } },
    });
    expect(await read("/v2/app?include=app_token")).toMatchObject({
      data: { app_token: matching(/^live_/) },
    });
  });
});

describe("GET /v2/resources/:id", () => {
  test("carries the resource's own secret twice, and no credentials unless asked", async () => {
    const body = await read(`/v2/resources/${normal.id}`);
    expect(body).toMatchObject({
      data: { id: normal.id, email: normal.email, token: normal.apiToken, api_token: normal.apiToken },
    });
    expect(body).not.toHaveProperty("data.credentials");
  });

  test("carries server-tokens beside client-tokens with include=credentials", async () => {
    expect(await read(`/v2/resources/${normal.id}?include=credentials`)).toMatchObject({
      data: { credentials: [{ type: "server-token" }, { type: "client-token", token: clientToken(normal) }] },
    });
  });

  test("takes the id in any case and several includes", async () => {
    expect(
      await read(`/v2/resources/${normal.id.toUpperCase()}?include=calendars,credentials`),
    ).toMatchObject({
      data: { id: normal.id, calendars: [{ id: normal.calendarId }], credentials: normal.credentials },
    });
  });

  test("answers 404 for an unknown one", async () => {
    const response = await ask(timekit, `/v2/resources/${resourceIds.unknown}`, { headers: withKey() });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Resource does not exist", model: "Resource" });
  });

  test.each([
    [resourceIds.serverTokenOnly, { email: anyText, credentials: [{ type: "server-token" }] }],
    [resourceIds.noCredentials, { credentials: [] }],
    [resourceIds.noEmail, { email: null }],
  ])("shows what is special about %s", async (id, expected) => {
    expect(await read(`/v2/resources/${id}?include=credentials`)).toMatchObject({ data: expected });
  });

  test("shows an expired client-token as such", async () => {
    const [, expired] = resourceWith(timekit, resourceIds.expiredClientToken).credentials;
    expect(expired).toMatchObject({ type: "client-token", expires: "2026-03-24T09:59:00+00:00" });
  });
});

describe("GET /v2/credentials", () => {
  test("finds those of one resource, in the envelope of a list", async () => {
    expect(await read(`/v2/credentials?search=resource.id:${normal.id}`)).toMatchObject({
      total: 2,
      per_page: "50",
      next_page_url: null,
      data: normal.credentials,
    });
  });

  test("takes a semicolon for and", async () => {
    const both = `resource.id:${normal.id};resource.id:${resourceIds.losAngeles}`;
    expect(await read(`/v2/credentials?search=${both}`)).toMatchObject({ data: [] });
  });

  test("finds nothing for an unknown resource", async () => {
    expect(await read(`/v2/credentials?search=resource.id:${resourceIds.unknown}`)).toMatchObject({
      total: 0,
    });
  });

  test("lists those of the whole app without a search", async () => {
    expect(await read("/v2/credentials?limit=3")).toMatchObject({ per_page: "3", to: 3, current_page: 1 });
  });

  test("refuses to search by anything else", async () => {
    const response = await ask(timekit, "/v2/credentials?search=type:client-token", { headers: withKey() });
    expect(response.status).toBe(422);
  });

  test("has the shape that was published", () => {
    expect(makeCredential({ seed: "x", nowMs })).toEqual({
      id: matching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      type: "client-token",
      token: matching(/^[A-Za-z0-9]{32}$/),
      scopes: ["widget"],
      referrer: [""],
      expires: "2027-03-23T10:00:00+00:00",
      token_generated_at: "2026-03-23T10:00:00+00:00",
      description: "Booking.js embed access",
    });
  });
});

describe("GET /v2/users/timezone/:email", () => {
  test.each([
    [resourceIds.normal, { timezone: "Europe/London", utc_offset: 0 }],
    [resourceIds.losAngeles, { timezone: "America/Los_Angeles", utc_offset: -7 }],
  ])("tells zone and offset of %s in hours", async (id, expected) => {
    const { email } = resourceWith(timekit, id);
    expect(await read(`/v2/users/timezone/${email}`, asResource(normal))).toEqual({ data: expected });
  });

  test("answers 404 for a stranger", async () => {
    const response = await ask(timekit, "/v2/users/timezone/no@example.com", { headers: asResource(normal) });
    expect(response.status).toBe(404);
  });
});

describe("GET /v2/widgets", () => {
  test.each([`embed/${widgetIds.id}`, `hosted/${widgetIds.slug}`])(
    "gives the stored configuration of %s",
    async (path) => {
      expect(await read(`/v2/widgets/${path}`, {})).toEqual({
        data: {
          id: widgetIds.id,
          slug: widgetIds.slug,
          config: {
            email: normal.email,
            apiToken: clientToken(normal),
            calendar: normal.calendarId,
            name: "Brook Lane Bicycles",
            timekitConfig: { app: "brook-lane" },
          },
        },
      });
    },
  );

  test.each(["embed/54321", "hosted/54321"])("answers 404 for %s", async (path) => {
    const response = await ask(timekit, `/v2/widgets/${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Resource does not exist", model: "Widget" });
  });
});
