import { Agent, get } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { bundleBroker } from "../bundle-broker.ts";
import { pageOrigin } from "../broker-world.ts";
import { startProcess, toProcessVariables } from "../start-process.ts";
import { startUpstream } from "../start-upstream.ts";
import { hasRedis, startRedis } from "../store/start-redis.ts";
import { makeBodies } from "../timekit-bodies.ts";

let file = "";

beforeAll(async () => {
  file = await bundleBroker("node");
}, 60_000);

const perMinute = 120;

const addresses = 100;

const toId = (kind: "made up" | "real", number: number): string =>
  `${kind === "real" ? "1" : "0"}0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

interface Answered {
  readonly status: number;
  readonly tookMs: number;
}

const ask = (url: string, { agent, address, id }: { agent: Agent; address: string; id: string }) =>
  new Promise<Answered>((resolve) => {
    const startedAtMs = performance.now();
    const headers = { Origin: pageOrigin, "X-Forwarded-For": address };
    get(`${url}/client-token?resource_id=${id}`, { agent, headers }, (response) => {
      const { statusCode: status = 0 } = response;
      response.resume().once("end", () => resolve({ status, tookMs: performance.now() - startedAtMs }));
    }).once("error", () => resolve({ status: 0, tookMs: performance.now() - startedAtMs }));
  });

/** A Timekit that holds the real ones. */
const startTimekit = async () => {
  const upstream = await startUpstream();
  upstream.respondWith(({ url = "" }, response) => {
    const [, id = ""] = /resources\/([^?]*)/.exec(url) ?? [];
    const body = JSON.stringify(makeBodies({ resource: { id } }).included);
    setTimeout(() => {
      if (id.startsWith("1")) response.end(body);
      else
        response
          .writeHead(404, { "Content-Type": "application/json" })
          .end('{"error":"Resource does not exist"}');
    }, 50);
  });
  return upstream;
};

/** When the broker asked, by its log: the crowd and the server that is asked share a process, which hears late. */
const readSentAtMs = (log: string): readonly number[] =>
  log
    .split("\n")
    .filter((line) => line.includes('"upstream"'))
    .map((line): { time: string; duration_ms: number } => JSON.parse(line))
    .map(({ time, duration_ms }) => Date.parse(time) - duration_ms)
    .sort((a, b) => a - b);

/** A hundred addresses ask for made-up ids, ten each at once and then as often as they may, while twelve visitors come one after another. */
const run = async (variables: Readonly<Record<string, string>> = {}) => {
  const upstream = await startTimekit();
  const broker = startProcess(file, {
    ...toProcessVariables(upstream.url),
    RATE_LIMIT_PER_MINUTE: String(perMinute),
    TRUSTED_PROXY_HOPS: "1",
    LOG_LEVEL: "debug",
    ...variables,
  });
  const url = await broker.url;
  const strangers = new Agent({ keepAlive: true, maxSockets: 400 });
  const visitors = new Agent({ keepAlive: true });
  let madeUp = 0;
  const askMadeUp = (address: number): Promise<Answered> => {
    const id = toId("made up", (madeUp += 1));
    return ask(url, { agent: strangers, address: `198.51.100.${address}`, id });
  };
  const burst = Array.from({ length: 10 * addresses }, (_nothing, index) => askMadeUp(index % addresses));
  // A machine that is still busy with opening their connections is no measure.
  await Promise.race(burst.slice(-addresses));
  const timer = setInterval(() => {
    for (let turn = 0; turn < 10; turn += 1) void askMadeUp(madeUp % addresses);
  }, 50);
  const visits: Answered[] = [];
  for (let visit = 0; visit < 12; visit += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    visits.push(await ask(url, { agent: visitors, address: `203.0.113.${visit}`, id: toId("real", visit) }));
  }
  clearInterval(timer);
  broker.signal("SIGKILL");
  await broker.ended;
  strangers.destroy();
  visitors.destroy();
  await upstream.close();
  return { visits, sentAtMs: readSentAtMs(broker.stdout().replace(/[^\n]*$/, "")) };
};

/** How many of them got their token within 2 s. */
const countServed = (visits: readonly Answered[]): number => {
  const served = visits.filter(({ status, tookMs }) => status === 200 && tookMs <= 2000);
  const slowest = Math.round(Math.max(...visits.map(({ tookMs }) => tookMs)));
  console.log(
    `${served.length} of ${visits.length} first visitors within 2 s; the slowest took ${slowest} ms.`,
  );
  return served.length;
};

describe("with 100 addresses at their limit of made-up ids", () => {
  test("11 of 12 first visitors get their token within 2 s", async () => {
    const { visits, sentAtMs } = await run();
    expect(countServed(visits)).toBeGreaterThanOrEqual(11);
    expect(sentAtMs.length).toBeGreaterThan(12);
    // A line has its time from a moment after the duration was measured.
    for (const [index, atMs] of sentAtMs.entries())
      expect((sentAtMs[index + 5] ?? Number.POSITIVE_INFINITY) - atMs).toBeGreaterThanOrEqual(998);
  });

  test.runIf(hasRedis())("and so they do where the budget is a store's", async () => {
    const redis = await startRedis();
    const { visits } = await run({ STORE_URL: `redis://127.0.0.1:${redis.port}` });
    await redis.stop();
    expect(countServed(visits)).toBeGreaterThanOrEqual(11);
  });
});
