import { describe, expect, test } from "vitest";
import { ConnectionReset } from "../../../../demo/timekit/connection-reset.ts";
import { apiKeys, resourceIds } from "../../../../demo/timekit/world.ts";
import { ask, asResource, resourceWith, startTimekit, withKey } from "./ask.ts";

const containing = (part: object): unknown => expect.objectContaining(part);

describe("a preflight", () => {
  test("allows what Booking.js v1 and its SDK send, and no more", async () => {
    const timekit = startTimekit();
    const response = await ask(timekit, "/v2/findtime", {
      method: "OPTIONS",
      headers: { origin: "https://shop.example", "access-control-request-method": "POST" },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://shop.example");
    expect(response.headers.get("access-control-allow-headers")?.toLowerCase().split(", ")).toEqual([
      "authorization",
      "content-type",
      "timekit-app",
      "timekit-context",
      "timekit-inputtimestampformat",
      "timekit-outputtimestampformat",
      "timekit-timezone",
    ]);
  });
});

describe("an answer", () => {
  test("lets a page read the test mode and nothing else", async () => {
    const headers = { ...withKey(), origin: "https://shop.example" };
    const response = await ask(startTimekit(), "/v2/app", { headers });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "https://shop.example",
      "access-control-expose-headers": "Timekit-TestMode",
      "content-type": "application/json",
      date: "Tue, 24 Mar 2026 10:00:00 GMT",
      "timekit-request-id": "simulated-1",
      vary: "Origin",
      "x-ratelimit-remaining": "599",
    });
    expect(response.headers.has("timekit-testmode")).toBe(false);
  });
});

describe("limits", () => {
  test("stop an app at its six hundredth request of a minute, and not the next minute", async () => {
    let nowMs = Date.parse("2026-03-24T10:00:00Z");
    const timekit = startTimekit({ now: () => nowMs });
    const statuses = new Set<number>();
    for (let sent = 0; sent < 600; sent += 1) {
      statuses.add((await ask(timekit, "/v2/app", { headers: withKey() })).status);
    }
    expect(statuses).toEqual(new Set([200]));
    const over = await ask(timekit, "/v2/app", { headers: withKey() });
    expect(over.status).toBe(503);
    expect(over.headers.get("x-ratelimit-remaining")).toBe("0");
    expect((await ask(timekit, "/v2/app", { headers: withKey(apiKeys.test) })).status).toBe(200);
    nowMs += 60_000;
    expect((await ask(timekit, "/v2/app", { headers: withKey() })).status).toBe(200);
  });
});

describe("a failure", () => {
  test.each([
    ["unauthorized", 401, "text/plain", "Invalid credentials supplied"],
    ["server-error", 500, "application/json", "something went wrong"],
    ["rate-limited", 503, "application/json", "Rate limit"],
    ["daily-limit", 429, "application/json", "Daily limit"],
    ["html", 200, "text/html", "<!doctype html>"],
    ["html-in-error", 422, "application/json", "<img src=x onerror="],
    ["redirect", 302, null, ""],
    ["empty", 200, "application/json", ""],
  ] as const)("as %s answers %i", async (as, status, type, text) => {
    const timekit = startTimekit();
    timekit.fail({ at: "app", as });
    const response = await ask(timekit, "/v2/app", {
      headers: { ...withKey(), origin: "https://shop.example" },
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://shop.example");
    expect(await response.text()).toContain(text);
    expect(timekit.requests).toMatchObject([{ status }]);
  });

  test("as reset breaks the connection", async () => {
    const timekit = startTimekit();
    timekit.fail({ at: "any", as: "reset" });
    await expect(ask(timekit, "/v2/app", { headers: withKey() })).rejects.toThrow(ConnectionReset);
    expect(timekit.requests).toMatchObject([{ status: null }]);
  });

  test("as hang lasts until the caller gives up", async () => {
    const timekit = startTimekit();
    timekit.fail({ at: "app", as: "hang" });
    const signal = AbortSignal.timeout(20);
    await expect(ask(timekit, "/v2/app", { headers: withKey(), signal })).rejects.toThrow("timeout");
    expect(timekit.requests).toMatchObject([{ status: null }]);
  });

  test("as slow gives the ordinary answer late", async () => {
    const timekit = startTimekit();
    timekit.fail({ at: "app", as: "slow", ms: 40 });
    const startedMs = performance.now();
    const response = await ask(timekit, "/v2/app", { headers: withKey() });
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(35);
    expect(response.status).toBe(200);
  });

  test("concerns its endpoint only, as often as said", async () => {
    const timekit = startTimekit();
    timekit.fail({ at: "app", as: "server-error", times: 2 });
    const statusOf = async (path: string) => (await ask(timekit, path, { headers: withKey() })).status;
    expect(await statusOf("/v2/credentials")).toBe(200);
    for (const expected of [500, 500, 200]) expect(await statusOf("/v2/app")).toBe(expected);
  });

  test("does not touch a preflight", async () => {
    const timekit = startTimekit();
    timekit.fail({ at: "any", as: "server-error" });
    expect((await ask(timekit, "/v2/app", { method: "OPTIONS" })).status).toBe(204);
  });
});

describe("the record", () => {
  const anyText: unknown = expect.any(String);

  test("keeps who asked for what and how it ended", async () => {
    const timekit = startTimekit();
    const normal = resourceWith(timekit, resourceIds.normal);
    const headers = { ...asResource(normal), "timekit-context": "widget" };
    await ask(timekit, "/v2/findtime?page=1", { headers, body: { length: "1 hour" } });
    expect(timekit.requests).toEqual([
      {
        method: "POST",
        path: "/v2/findtime",
        query: { page: "1" },
        headers: containing({ "timekit-app": "brook-lane", "timekit-context": "widget" }),
        basic: { user: "workshop@example.com", password: anyText },
        body: { length: "1 hour" },
        status: 200,
      },
    ]);
  });
});
