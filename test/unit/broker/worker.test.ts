import { afterEach, beforeEach, expect, test, vi } from "vitest";
import worker, { type Bindings } from "../../../src/broker/worker.ts";
import { granting, resourceId } from "./clockwork-world.ts";

const bindings: Bindings = {
  TIMEKIT_API_KEY: "key",
  TIMEKIT_APP: "example-app",
  ALLOWED_ORIGINS: "https://www.example.com",
  SOMETHING_ELSE: {},
};

const lines: Record<string, unknown>[] = [];
const asked: string[] = [];
const context = { waitUntil: (work: Promise<unknown>) => void work };

// A Worker has no other outside than its globals.
beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(JSON.parse(line)));
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return granting(resourceId);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  lines.length = 0;
  asked.length = 0;
});

const ask = (special: Bindings = {}, headers: Readonly<Record<string, string>> = {}) =>
  worker.fetch(
    new Request(`https://broker.example/client-token?resource_id=${resourceId}`, {
      headers: { Origin: "https://www.example.com", "cf-connecting-ip": "203.0.113.1", ...headers },
    }),
    { ...bindings, ...special },
    context,
  );

test("it grants as its bindings say, and remembers between requests", async () => {
  const special = { UPSTREAM_PER_SECOND: "7" };
  const answers = [await ask(special), await ask(special)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await answers[0]?.json()).toMatchObject({ token: "ClientToken", app: "example-app" });
  expect(asked).toEqual([`https://api.timekit.io/v2/resources/${resourceId}?include=credentials`]);
  const requests = lines.filter(({ event }) => event === "request");
  expect(requests.map(({ status, cache }) => [status, cache])).toEqual([
    [200, "miss"],
    [200, "hit"],
  ]);
});

test("other settings make another broker", async () => {
  expect((await ask()).status).toBe(200);
  expect((await ask({ ALLOWED_ORIGINS: "https://other.example" })).status).toBe(403);
  expect((await ask()).status).toBe(200);
});

test("its rate limit counts the clients where it is bound, by Cloudflare's address", async () => {
  const keys: string[] = [];
  const limiter = (success: boolean) => ({
    limit: async ({ key }: { key: string }) => {
      keys.push(key);
      return { success };
    },
  });
  expect((await ask({ RATE_LIMITER: limiter(true) })).status).toBe(200);
  const refused = await ask({ RATE_LIMITER: limiter(false) }, { "x-forwarded-for": "198.51.100.7" });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
  expect(keys).toEqual(["203.0.113.1", "203.0.113.1"]);
});

test.each([undefined, null, "a limiter", {}, { limit: 1 }].map((limiter, index) => ({ limiter, index })))(
  "with $limiter for a rate limit, it counts by itself",
  async ({ limiter, index }) => {
    const special = { RATE_LIMITER: limiter, RATE_LIMIT_PER_MINUTE: "1" };
    const client = { "cf-connecting-ip": `203.0.113.${10 + index}` };
    expect([(await ask(special, client)).status, (await ask(special, client)).status]).toEqual([200, 429]);
  },
);

test("with wrong settings it refuses everything, and says why in the log alone", async () => {
  const answer = await ask({ TIMEKIT_API_KEY: "zq7 zq7", ALLOWED_ORIGINS: "*" });
  const text = await answer.text();
  expect(answer.status).toBe(502);
  expect(JSON.parse(text)).toMatchObject({ code: "upstream-failed" });
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  expect(lines).toMatchObject([
    { level: "error", event: "misconfigured", message: expect.stringMatching(/^TIMEKIT_API_KEY /) },
    { level: "error", event: "misconfigured", message: expect.stringMatching(/^ALLOWED_ORIGINS /) },
    { level: "warn", event: "request", code: "upstream-failed", reason: "misconfigured", status: 502 },
  ]);
  expect(text + JSON.stringify(lines)).not.toContain("zq7");
  expect(asked).toEqual([]);
});

test("without Cloudflare's address it says once that all clients count as one", async () => {
  const request = new Request(`https://broker.example/client-token?resource_id=${resourceId}`, {
    headers: { Origin: "https://www.example.com" },
  });
  const special = { ...bindings, UPSTREAM_PER_SECOND: "9" };
  for (let count = 0; count < 2; count += 1) await worker.fetch(request, special, context);
  const warnings = lines.filter(({ message }) => String(message).includes("clientAddress"));
  expect(warnings).toHaveLength(1);
});
