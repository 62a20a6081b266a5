import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundleBroker } from "../bundle-broker.ts";
import { findLeaks } from "../find-leaks.ts";
import { clientToken, secrets } from "../timekit-bodies.ts";
import { hasRedis, type Redis, startRedis } from "./start-redis.ts";
import { idNumber, startStoreWorld, type StoreWorld } from "./store-world.ts";

const isThere = hasRedis();

const password = "canary-password-of-the-store";

describe.runIf(isThere)("brokers with one store", () => {
  let file = "";
  let redis: Redis;
  let world: StoreWorld | undefined;

  beforeAll(async () => {
    [file, redis] = await Promise.all([bundleBroker("node"), startRedis()]);
  }, 60_000);

  afterAll(() => redis.stop());

  afterEach(async () => {
    const output = world?.processes.map(({ stdout, stderr }) => stdout() + stderr()).join("") ?? "";
    await world?.close();
    redis.command("FLUSHALL");
    const leaks = findLeaks(output);
    if (leaks.length > 0 || output.includes(clientToken.token) || output.includes(password))
      throw new Error(`The output holds ${leaks.join(", ") || "a token or the password"}.`);
  });

  const start = async (variables: Readonly<Record<string, string>> = {}) => {
    world = await startStoreWorld({
      file,
      variables: { STORE_URL: `redis://127.0.0.1:${redis.port}`, ...variables },
    });
    return world;
  };

  test("what one has found out, the other answers without asking Timekit", async () => {
    const { ask, upstream } = await start();
    const first = await (await ask(0)).text();
    const second = await ask(1);
    expect(await second.text()).toBe(first);
    expect(JSON.parse(first)).toMatchObject({ token: clientToken.token });
    expect(upstream.requests).toHaveLength(1);
  });

  test("100 who ask both at once make one request to Timekit", async () => {
    const { ask, upstream } = await start();
    const answers = await Promise.all(Array.from({ length: 100 }, (_nothing, index) => ask(index % 2)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(upstream.requests).toHaveLength(1);
  });

  test("they renew a token once, and both hand out the new one", async () => {
    const { ask, upstream } = await start();
    await Promise.all([ask(0), ask(1)]);
    const answers = await Promise.all([0, 1, 0, 1].map((broker) => ask(broker, { renew: true })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(upstream.requests).toHaveLength(2);
    await Promise.all([0, 1].map((broker) => ask(broker, { renew: true })));
    expect(upstream.requests).toHaveLength(2);
  });

  const askMany = (ask: StoreWorld["ask"], from: number) =>
    Promise.all(
      Array.from({ length: 20 }, (_nothing, index) => ask(index % 2, { id: idNumber(from + index) })),
    );

  test("together they send Timekit no more than one may", async () => {
    const { ask, times } = await start({ UPSTREAM_PER_SECOND: "6" });
    const startedAtMs = performance.now();
    for (let round = 0; round < 2; round += 1) await askMany(ask, 100 * round);
    const seconds = Math.floor((performance.now() - startedAtMs) / 1000) + 1;
    expect(times.length).toBeGreaterThanOrEqual(6);
    expect(times.length).toBeLessThanOrEqual(6 * seconds);
  });

  test("clients who ask for what is not there get half of it", async () => {
    const { ask, upstream } = await start({ UPSTREAM_PER_SECOND: "6" });
    upstream.respondWith((_request, response) => {
      response
        .writeHead(404, { "Content-Type": "application/json" })
        .end('{"error":"Resource does not exist"}');
    });
    // Each broker learns it by itself.
    await askMany(ask, 0);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const before = upstream.requests.length;
    const startedAtMs = performance.now();
    await askMany(ask, 100);
    const seconds = Math.floor((performance.now() - startedAtMs) / 1000) + 1;
    const asked = upstream.requests.length - before;
    expect(asked).toBeGreaterThanOrEqual(3);
    expect(asked).toBeLessThanOrEqual(3 * seconds);
  });

  test("a 429 with Retry-After is respected by all of them", async () => {
    const { ask, upstream } = await start({ UPSTREAM_TIMEOUT_MS: "2000" });
    upstream.respondWith((_request, response) => void response.writeHead(429, { "Retry-After": "3" }).end());
    expect((await ask(0)).status).toBe(503);
    const refused = await ask(1, { id: idNumber(1) });
    expect([refused.status, upstream.requests.length]).toEqual([503, 1]);
    expect(refused.headers.get("retry-after")).toMatch(/^[23]$/);
  });

  test("a client has one limit with all of them", async () => {
    const { ask } = await start({ RATE_LIMIT_PER_MINUTE: "10" });
    const statuses: number[] = [];
    for (let index = 0; index < 40; index += 1) statuses.push((await ask(index % 2)).status);
    const passed = statuses.filter((status) => status === 200).length;
    expect(passed).toBeGreaterThanOrEqual(10);
    // A report may be under way when the other one decides.
    expect(passed).toBeLessThanOrEqual(11);
    expect(statuses.slice(-10)).toEqual(Array.from({ length: 10 }, () => 429));
  });

  test("what they leave in the store ends by itself and holds no secret", async () => {
    const { ask } = await start();
    await ask(0);
    await ask(1, { renew: true });
    const keys = redis.command("KEYS", "*").split("\n");
    expect(keys.length).toBeGreaterThanOrEqual(4);
    const values = keys.map((key) => redis.command("GET", key)).join("\n");
    expect(values).toContain(clientToken.token);
    expect(findLeaks(keys.join("\n") + values)).toEqual([]);
    expect(values).not.toContain(secrets.serverToken);
    // -1 is a key without an end; some have ended meanwhile.
    expect(keys.filter((key) => redis.command("PTTL", key) === "-1")).toEqual([]);
  });

  test("what somebody plants or changes in the store is never handed out", async () => {
    const { ask, upstream } = await start();
    await ask(0);
    const key = redis.command("KEYS", "*:kept:*");
    const planted = redis.command("GET", key).replaceAll(clientToken.token, "PlantedToken");
    expect(planted).toContain("PlantedToken");
    redis.command("SET", key, planted);
    const answer = await ask(1);
    expect(await answer.json()).toMatchObject({ token: clientToken.token });
    expect(upstream.requests).toHaveLength(2);
  });

  test("brokers of another app share nothing with them", async () => {
    const { ask, upstream } = await start();
    await ask(0);
    const stranger = await startStoreWorld({
      file,
      brokers: 1,
      variables: {
        STORE_URL: `redis://127.0.0.1:${redis.port}`,
        TIMEKIT_API_URL: upstream.url,
        TIMEKIT_API_KEY: secrets.nextApiKey,
      },
    });
    expect((await stranger.ask(0)).status).toBe(200);
    expect(upstream.requests).toHaveLength(2);
    await stranger.close();
  });

  test("a store that hangs costs one bounded wait, and is used again when it goes on", async () => {
    const { ask, readStoreUp } = await start();
    await ask(0);
    redis.hang();
    try {
      const startedAtMs = performance.now();
      expect((await ask(0, { id: idNumber(1) })).status).toBe(200);
      // 150 ms for the store, 30 for Timekit, the rest for a busy machine.
      expect(performance.now() - startedAtMs).toBeLessThan(600);
      expect(await readStoreUp(0)).toBe("0");
      const againMs = performance.now();
      expect((await ask(0, { id: idNumber(1) })).status).toBe(200);
      expect(performance.now() - againMs).toBeLessThan(150);
    } finally {
      redis.goOn();
    }
    await expect.poll(() => readStoreUp(0), { timeout: 8000 }).toBe("1");
  });
});
