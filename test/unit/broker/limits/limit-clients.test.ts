import { expect, test } from "vitest";
import { createClockworkWorld, idNumber, resourceId, status } from "../clockwork-world.ts";

test("a client has so many requests a minute, and is told when the next one may come", async () => {
  const { ask, asked, pass, log } = createClockworkWorld({ rateLimitPerMinute: 2 });
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("30");
  expect(refused.headers.get("access-control-allow-origin")).toBe("https://www.example.com");
  expect(await refused.json()).toMatchObject({ code: "rate-limited", status: 429 });
  expect(log.at(-1)).toMatchObject({ status: 429, reason: "client-limit" });
  expect((await ask(resourceId, { clientAddress: "203.0.113.2" })).status).toBe(200);
  pass(30_000);
  expect((await ask()).status).toBe(200);
  expect(asked).toHaveLength(1);
});

test("an invented X-Forwarded-For does not help", async () => {
  const { ask } = createClockworkWorld({ rateLimitPerMinute: 1 });
  const asSomeone = (number: number) =>
    ask(resourceId, { headers: { "X-Forwarded-For": `198.51.100.${number}` } });
  expect((await asSomeone(1)).status).toBe(200);
  expect((await asSomeone(2)).status).toBe(429);
});

test("behind a trusted proxy, visitors are counted one by one", async () => {
  const { ask } = createClockworkWorld({ rateLimitPerMinute: 1, trustedProxyHops: 1 });
  const asSomeone = (number: number) =>
    ask(resourceId, {
      clientAddress: "10.0.0.1",
      headers: { "X-Forwarded-For": `203.0.113.9, 198.51.100.${number}` },
    });
  expect((await asSomeone(1)).status).toBe(200);
  expect((await asSomeone(2)).status).toBe(200);
  expect((await asSomeone(2)).status).toBe(429);
});

test("one IPv6 customer is one client", async () => {
  const { ask } = createClockworkWorld({ rateLimitPerMinute: 1 });
  expect((await ask(resourceId, { clientAddress: "2001:db8::1" })).status).toBe(200);
  expect((await ask(resourceId, { clientAddress: "2001:db8::ffff:2" })).status).toBe(429);
  expect((await ask(resourceId, { clientAddress: "2001:db8:0:1::1" })).status).toBe(200);
});

test("a proxy that is not trusted is warned of once, and only where it is likely one", async () => {
  const { ask, log } = createClockworkWorld();
  const headers = { "X-Forwarded-For": "198.51.100.1" };
  await ask(resourceId, { clientAddress: "203.0.113.9", headers });
  expect(log.filter(({ event }) => event === "warning")).toEqual([]);
  for (const clientAddress of ["10.0.0.1", "127.0.0.1"]) await ask(resourceId, { clientAddress, headers });
  const warnings = log.filter(({ event }) => event === "warning");
  expect(warnings).toMatchObject([{ level: "warn", message: expect.stringContaining("TRUSTED_PROXY_HOPS") }]);
});

test("a proxy that is trusted is not warned of", async () => {
  const { ask, log } = createClockworkWorld({ trustedProxyHops: 1 });
  await ask(resourceId, { clientAddress: "10.0.0.1", headers: { "X-Forwarded-For": "198.51.100.1" } });
  expect(log).toMatchObject([{ event: "request", status: 200 }]);
});

test("where no address is known there is no limit for clients, and that is said once", async () => {
  const { fetch, log } = createClockworkWorld({ rateLimitPerMinute: 1 });
  const request = new Request(`https://broker.example/client-token?resource_id=${resourceId}`, {
    headers: { Origin: "https://www.example.com" },
  });
  const rateLimiter = { limit: async () => ({ success: false }) };
  expect((await fetch(request, { rateLimiter })).status).toBe(200);
  for (let count = 0; count < 3; count += 1) expect((await fetch(request)).status).toBe(200);
  const warnings = log.filter(({ event }) => event === "warning");
  expect(warnings).toMatchObject([
    { level: "warn", message: expect.stringMatching(/RATE_LIMIT_PER_MINUTE is off.*clientAddress/) },
  ]);
});

test("a platform's own counter is used where there is one", async () => {
  const { fetch, log } = createClockworkWorld();
  const keys: string[] = [];
  const rateLimiter = {
    limit: async ({ key }: { readonly key: string }) => {
      keys.push(key);
      return { success: keys.length < 2 };
    },
  };
  const ask = () =>
    fetch(
      new Request(`https://broker.example/client-token?resource_id=${resourceId}`, {
        headers: { Origin: "https://www.example.com" },
      }),
      { clientAddress: "203.0.113.1", rateLimiter },
    );
  expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("60");
  expect(log.at(-1)).toMatchObject({ status: 429, reason: "client-limit" });
  expect(keys).toEqual(["203.0.113.1", "203.0.113.1"]);
});

test("one resource cannot spend the budget of all, however many ask for it", async () => {
  const { ask, asked, pass, respondWith, log } = createClockworkWorld({ upstreamPerSecond: 1000 });
  respondWith(() => status(400));
  for (let index = 0; index < 40; index += 1) await ask(resourceId, { clientAddress: `203.0.113.${index}` });
  expect(asked).toHaveLength(30);
  expect(log.at(-1)).toMatchObject({ status: 429, reason: "resource-limit" });
  const refused = await ask();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
  expect((await ask(idNumber(1))).status).toBe(502);
  pass(2000);
  expect((await ask()).status).toBe(502);
});
