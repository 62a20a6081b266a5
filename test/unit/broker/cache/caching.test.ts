import { expect, test } from "vitest";
import { absent, createClockworkWorld, granting, resourceId, status } from "../clockwork-world.ts";

const minuteMs = 60_000;

test("an answer is given for five minutes before Timekit is asked again", async () => {
  const { ask, asked, pass, log } = createClockworkWorld();
  expect((await ask()).status).toBe(200);
  pass(5 * minuteMs - 1);
  expect((await ask(resourceId.toUpperCase())).status).toBe(200);
  expect(asked).toHaveLength(1);
  pass(1);
  expect((await ask()).status).toBe(200);
  expect(asked).toHaveLength(2);
  expect(log.map(({ cache }) => cache)).toEqual(["miss", "hit", "miss"]);
});

test("that there is no token is remembered for 30 seconds", async () => {
  const { ask, asked, pass, respondWith } = createClockworkWorld();
  respondWith(() => absent());
  expect((await ask()).status).toBe(404);
  respondWith((id) => granting(id));
  pass(29_999);
  expect((await ask()).status).toBe(404);
  expect(asked).toHaveLength(1);
  pass(1);
  expect((await ask()).status).toBe(200);
});

test.each([
  ["refuses the key", () => status(401)],
  ["is busy", () => status(503)],
  ["fails", () => status(500)],
  ["sends nonsense", () => new Response("<html>")],
  ["redirects", () => status(302, { Location: "https://elsewhere.example" })],
  ["cannot be reached", () => Promise.reject(new TypeError("fetch failed"))],
  ["does not answer", () => new Promise<Response>(() => undefined)],
])("while Timekit %s, an answer up to an hour old is given", async (_what, respond) => {
  const { ask, pass, respondWith, log } = createClockworkWorld({ upstreamTimeoutMs: 120 });
  await ask();
  respondWith(respond);
  pass(5 * minuteMs);
  expect((await ask()).status).toBe(200);
  pass(60 * minuteMs - 1);
  expect((await ask()).status).toBe(200);
  pass(1);
  expect((await ask()).status).toBeGreaterThanOrEqual(500);
  expect(log.map(({ cache }) => cache)).toEqual(["miss", "stale", "stale", undefined]);
});

test("while Timekit fails, it is asked once in ten seconds for a resource that has an old answer", async () => {
  const { ask, asked, pass, respondWith } = createClockworkWorld();
  await ask();
  respondWith(() => status(400));
  pass(5 * minuteMs);
  for (let count = 0; count < 10; count += 1) expect((await ask()).status).toBe(200);
  expect(asked).toHaveLength(2);
  pass(10_000);
  await ask();
  expect(asked).toHaveLength(3);
});

test("a failure is not remembered: the next request heals", async () => {
  const { ask, respondWith } = createClockworkWorld();
  respondWith(() => status(400));
  expect((await ask()).status).toBe(502);
  respondWith((id) => granting(id));
  expect((await ask()).status).toBe(200);
});

test("a token that was taken away is gone with the next answer, whatever is kept", async () => {
  const { ask, pass, respondWith } = createClockworkWorld();
  await ask();
  pass(5 * minuteMs);
  respondWith(() => absent());
  expect((await ask()).status).toBe(404);
  respondWith(() => status(503));
  expect((await ask()).status).toBe(404);
  pass(30_000);
  expect((await ask()).status).toBe(503);
});

test("no answer outlives its token", async () => {
  const { ask, asked, pass, respondWith } = createClockworkWorld();
  respondWith((id) => granting(id, { expires: "2026-11-24T12:01:00+00:00" }));
  expect((await ask()).status).toBe(200);
  pass(minuteMs - 1);
  expect((await ask()).status).toBe(200);
  expect(asked).toHaveLength(1);
  pass(1);
  expect((await ask()).status).toBe(404);
  respondWith(() => status(503));
  pass(31_000);
  expect((await ask()).status).toBe(503);
});

test("whether a token has expired is seen from Timekit's clock", async () => {
  const { ask, pass, respondWith } = createClockworkWorld();
  respondWith((id) => {
    const response = granting(id, { expires: "2026-11-24T12:01:00+00:00" });
    response.headers.set("Date", "Tue, 24 Nov 2026 12:02:00 GMT");
    return response;
  });
  expect((await ask()).status).toBe(404);
  respondWith((id) => {
    const response = granting(id, { expires: "2026-11-24T12:01:00+00:00" });
    response.headers.set("Date", "Tue, 24 Nov 2026 11:00:00 GMT");
    return response;
  });
  pass(30 * minuteMs);
  expect((await ask()).status).toBe(200);
});

test("a renewal asks Timekit, if there is something to renew, and once in 30 seconds", async () => {
  const { ask, asked, pass, respondWith } = createClockworkWorld();
  await ask(resourceId, {}, "&renew=1");
  expect(asked).toHaveLength(1);
  respondWith((id) => granting(id, { token: "RenewedToken" }));
  const renewed = await ask(resourceId, {}, "&renew=1");
  expect(await renewed.json()).toMatchObject({ token: "RenewedToken" });
  expect(asked).toHaveLength(2);
  pass(29_999);
  await ask(resourceId, {}, "&renew=1");
  expect(asked).toHaveLength(2);
  pass(1);
  await ask(resourceId, {}, "&renew=1");
  expect(asked).toHaveLength(3);
});

test("a renewal that fails gives no token that Timekit has refused, and also counts", async () => {
  const { ask, asked, respondWith } = createClockworkWorld();
  await ask();
  respondWith(() => status(400));
  expect((await ask(resourceId, {}, "&renew=1")).status).toBe(502);
  expect((await ask(resourceId, {}, "&renew=1")).status).toBe(200);
  expect(asked).toHaveLength(2);
});

test.each([403, 404])("a page with %i before Timekit takes no good token away", async (code) => {
  const { ask, pass, respondWith } = createClockworkWorld();
  await ask();
  respondWith(() => new Response("<h1>Forbidden</h1>", { status: code }));
  expect((await ask(resourceId, {}, "&renew=1")).status).toBe(502);
  expect((await ask()).status).toBe(200);
  pass(5 * minuteMs);
  expect((await ask(resourceId, {}, "&renew=1")).status).toBe(502);
  expect((await ask()).status).toBe(200);
});
