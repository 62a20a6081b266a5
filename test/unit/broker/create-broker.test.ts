import { expect, test } from "vitest";
import { absent, createClockworkWorld, resourceId } from "./clockwork-world.ts";

const open = () => {
  const world = createClockworkWorld({ resourceIds: resourceId });
  return {
    ...world,
    send: (path: string, method = "GET", environment = {}) =>
      world.fetch(
        new Request(`https://broker.example${path}`, {
          method,
          headers: { Origin: "https://www.example.com" },
        }),
        { clientAddress: "203.0.113.1", ...environment },
      ),
  };
};

const grantPath = `/client-token?resource_id=${resourceId}`;

test.each([
  ["/livez", {}, 200, { status: "alive" }],
  ["/livez", { isStopping: true }, 200, { status: "alive" }],
  ["/readyz", {}, 200, { status: "ready" }],
  ["/readyz", { isStopping: true }, 503, { status: "stopping" }],
])("%s with %j answers %i", async (path, environment, code, body) => {
  const { send, log } = open();
  const answer = await send(path, "GET", environment);
  expect([answer.status, await answer.json()]).toEqual([code, body]);
  const head = await send(path, "HEAD", environment);
  expect([head.status, await head.text()]).toEqual([code, ""]);
  expect(log).toMatchObject([
    { route: path, method: "GET", status: code },
    { route: path, method: "HEAD", status: code },
  ]);
});

test("metrics are there for whoever may see them, and for nobody else", async () => {
  const { send, log } = open();
  const environment = { renderMetrics: () => "a_metric 1\n" };
  const answer = await send("/metrics", "GET", environment);
  expect([answer.status, await answer.text()]).toEqual([200, "a_metric 1\n"]);
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect((await send("/metrics", "HEAD", environment)).status).toBe(200);
  const none = await send("/metrics", "POST");
  expect([none.status, await none.json()]).toMatchObject([404, { code: "not-found" }]);
  expect(log.at(-1)).toMatchObject({ status: 404, reason: "unknown-path" });
});

test.each([
  ["/livez", "GET, HEAD"],
  ["/readyz", "GET, HEAD"],
  ["/metrics", "GET, HEAD"],
  [grantPath, "GET, HEAD, OPTIONS"],
])("%s takes only its methods, and says which", async (path, allow) => {
  const { send, log } = open();
  const answer = await send(path, "POST", { renderMetrics: () => "" });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, allow]);
  expect(await answer.json()).toMatchObject({ code: "method-not-allowed" });
  expect(log).toMatchObject([{ status: 405, reason: "bad-method" }]);
  expect(log[0]).not.toHaveProperty("method");
});

test("another path is nothing, and stands in no line of the log", async () => {
  const { send, log } = open();
  const answer = await send("/client-token/");
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: "not-found" }]);
  expect(log).toMatchObject([{ status: 404, reason: "unknown-path" }]);
  expect(log[0]).not.toHaveProperty("route");
});

test("a preflight is answered without asking anyone", async () => {
  const { send, asked } = open();
  const answer = await send("/client-token", "OPTIONS");
  expect([answer.status, answer.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD"]);
  expect(asked).toEqual([]);
});

test.each([
  ["/client-token?resource_id=me", 400, "invalid-request", "bad-query", undefined],
  [
    `/client-token?resource_id=${resourceId.replace("2", "3")}`,
    404,
    "no-client-token",
    "not-listed",
    resourceId.replace("2", "3"),
  ],
])("%s is refused with %i before Timekit is asked", async (path, code, problem, reason, id) => {
  const { send, asked, log } = open();
  const answer = await send(path);
  expect([answer.status, await answer.json()]).toMatchObject([code, { code: problem }]);
  expect(log).toMatchObject([{ status: code, code: problem, reason }]);
  expect(log[0]?.resource_id).toBe(id);
  expect(asked).toEqual([]);
});

test("an origin that is not listed is refused before everything else", async () => {
  const { ask, asked, log } = open();
  const answer = await ask(undefined, { headers: { Origin: "https://evil.example" } });
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: "origin-refused" }]);
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  expect(log).toMatchObject([{ status: 403, reason: "bad-origin" }]);
  expect(asked).toEqual([]);
});

test("a refused origin stands in the log once a minute, as a warning", async () => {
  const { ask, log, pass } = open();
  const refused = { headers: { Origin: "https://shop.example.com" } };
  await ask(undefined, refused);
  await ask(undefined, refused);
  await ask(undefined, { headers: { Origin: "https://shop.example.com/<script>" } });
  pass(60_000);
  await ask(undefined, refused);
  expect(log.map(({ level, refused_origin: origin }) => [level, origin])).toEqual([
    ["warn", "https://shop.example.com"],
    ["info", undefined],
    ["warn", "unreadable"],
    ["warn", "https://shop.example.com"],
  ]);
  expect(JSON.stringify(log)).not.toContain("script");
});

test.each([
  ["same-origin", 200],
  ["cross-site", 403],
])("a request of the browser's without an origin that is %s gets %i", async (site, code) => {
  const { fetch } = open();
  const request = new Request(`https://broker.example${grantPath}`, { headers: { "Sec-Fetch-Site": site } });
  expect((await fetch(request, { clientAddress: "203.0.113.1" })).status).toBe(code);
});

test("that there is no token is one answer, whatever the reason", async () => {
  const { send, log, respondWith } = open();
  respondWith(() => absent());
  const answer = await send(grantPath);
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: "no-client-token" }]);
  expect(log.at(-1)).toMatchObject({ reason: "resource-absent", cache: "miss" });
});

test("a mistake of ours is 502, and its text stays inside", async () => {
  const { send, log } = open();
  const rateLimiter = { limit: () => Promise.reject(new Error("zq7")) };
  const answer = await send(grantPath, "GET", { rateLimiter });
  const text = await answer.text();
  expect([answer.status, JSON.parse(text)]).toMatchObject([502, { code: "upstream-failed" }]);
  expect(log).toMatchObject([{ level: "warn", status: 502, reason: "internal", code: "upstream-failed" }]);
  expect(text + JSON.stringify(log)).not.toContain("zq7");
});

test("what its owner should know is said at the start", () => {
  const { log } = createClockworkWorld({ allowedOrigins: "http://intranet.example" });
  expect(log).toMatchObject([
    { level: "warn", event: "warning", message: expect.stringMatching(/^ALLOWED_ORIGINS /) },
  ]);
});
