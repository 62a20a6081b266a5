import { describe, expect, test } from "vitest";
import { resourceIds } from "../../../../demo/timekit/world.ts";
import { ask, clientToken, resourceWith, startTimekit, withKey } from "./ask.ts";

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

  test("refuses to search by anything else", async () => {
    const response = await ask(timekit, "/v2/credentials?search=type:client-token", { headers: withKey() });
    expect(response.status).toBe(422);
  });
});
