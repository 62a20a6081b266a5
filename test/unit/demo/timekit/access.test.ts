import { describe, expect, test } from "vitest";
import { apiKeys, resourceIds, widgetIds } from "../../../../demo/timekit/world.ts";
import { ask, asResource, basic, resourceWith, startTimekit, tokenOf, withKey } from "./ask.ts";

const timekit = startTimekit();
const normal = resourceWith(timekit, resourceIds.normal);
const expired = resourceWith(timekit, resourceIds.expiredClientToken);
const clientToken = asResource(normal);

const callers = {
  nobody: {},
  "an app's key": withKey(),
  "a server-token": asResource(normal, tokenOf(normal, "server-token")),
  "the resource's own token": asResource(normal, normal.apiToken),
  "a client-token": clientToken,
  "an unknown key": withKey("live_api_key_of_nobody"),
  "an unknown token": asResource(normal, "unknown"),
  "an expired client-token": asResource(expired),
  "a client-token under another app's slug": { ...clientToken, "timekit-app": "brook-lane-test" },
  "a client-token without a slug": { ...clientToken, "timekit-app": "" },
  "a client-token of another resource": {
    ...basic("workshop@example.com", tokenOf(expired, "client-token")),
  },
  "a bearer token": { authorization: `Bearer ${apiKeys.live}` },
  "text that is not base64": { authorization: "Basic a=b" },
} as const;

const endpoints = {
  app: { path: "/v2/app" },
  credentials: { path: `/v2/credentials?search=resource.id:${normal.id}` },
  resource: { path: `/v2/resources/${normal.id}` },
  findtime: { path: "/v2/findtime", body: { emails: [normal.email] } },
  team: { path: "/v2/findtime/team", body: { users: [{ _email: normal.email }] } },
  timezone: { path: `/v2/users/timezone/${normal.email}` },
  bookings: { path: "/v2/bookings", body: {} },
  groups: { path: "/v2/bookings/groups" },
  embed: { path: `/v2/widgets/embed/${widgetIds.id}` },
  hosted: { path: `/v2/widgets/hosted/${widgetIds.slug}` },
} as const;

// `bookings` gets an empty body, so that 422 means that the door was open.
const statuses: readonly (readonly [
  keyof typeof callers,
  Partial<Record<keyof typeof endpoints, number>>,
])[] = [
  [
    "nobody",
    { app: 401, credentials: 401, resource: 401, findtime: 401, bookings: 401, embed: 200, hosted: 200 },
  ],
  [
    "an app's key",
    { app: 200, credentials: 200, resource: 200, findtime: 200, timezone: 200, bookings: 422 },
  ],
  ["a server-token", { app: 403, credentials: 200, resource: 200, findtime: 200, bookings: 422 }],
  ["the resource's own token", { app: 403, credentials: 200, resource: 200, findtime: 200 }],
  [
    "a client-token",
    {
      app: 403,
      credentials: 403,
      resource: 403,
      findtime: 200,
      team: 200,
      timezone: 200,
      bookings: 422,
      groups: 200,
      embed: 200,
      hosted: 200,
    },
  ],
  ["an unknown key", { app: 401, resource: 401, findtime: 401 }],
  ["an unknown token", { findtime: 401, resource: 401 }],
  ["an expired client-token", { findtime: 401, timezone: 401, bookings: 401 }],
  ["a client-token under another app's slug", { findtime: 401 }],
  ["a client-token without a slug", { findtime: 401 }],
  ["a client-token of another resource", { findtime: 401 }],
  ["a bearer token", { app: 401 }],
  ["text that is not base64", { app: 401 }],
];

describe("who may use what", () => {
  const rows = statuses.flatMap(([caller, expected]) =>
    Object.entries(expected).map(([endpoint, status]) => ({ caller, endpoint, status })),
  );
  test.each(rows)("$caller gets $status at $endpoint", async ({ caller, endpoint, status }) => {
    const { path, ...question } = endpoints[endpoint as keyof typeof endpoints];
    const response = await ask(timekit, path, { ...question, headers: callers[caller] });
    expect(response.status).toBe(status);
  });

  test("who is refused learns nothing but that", async () => {
    const response = await ask(timekit, "/v2/app", { headers: callers["an unknown key"] });
    expect(await response.json()).toEqual({ error: "Invalid credentials supplied" });
  });

  test("a server-token sees no other resource and no other's credentials", async () => {
    const headers = callers["a server-token"];
    expect((await ask(timekit, `/v2/resources/${expired.id}`, { headers })).status).toBe(404);
    const credentials = await ask(timekit, `/v2/credentials?search=resource.id:${expired.id}`, { headers });
    expect(await credentials.json()).toMatchObject({ total: 0, data: [] });
  });

  test("an app's key sees no resource of another app", async () => {
    const response = await ask(timekit, `/v2/resources/${resourceIds.testMode}`, { headers: withKey() });
    expect(response.status).toBe(404);
  });
});

describe("what is not there", () => {
  test.each([
    ["GET", "/v2/nowhere", 404],
    ["GET", "/v1/app", 404],
    ["GET", "/v2/resources/", 404],
    ["POST", "/v2/app", 405],
    ["GET", "/v2/findtime", 405],
  ])("%s %s gets %i", async (method, path, status) => {
    expect((await ask(timekit, path, { method, headers: withKey() })).status).toBe(status);
  });
});
