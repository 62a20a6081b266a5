import { Agent, get } from "node:http";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { pageOrigin } from "./broker-world.ts";
import { bundleBroker } from "./bundle-broker.ts";
import { findLeaks } from "./find-leaks.ts";
import { type BrokerProcess, startProcess, toProcessVariables } from "./start-process.ts";
import { startUpstream, type Upstream } from "./start-upstream.ts";
import { makeBodies } from "./timekit-bodies.ts";

const answerAfterMs = 200;
const connectionCount = 250;

let file = "";
let upstream: Upstream;
let broker: BrokerProcess;
let askedAtMs: number[] = [];
let outputs: string[] = [];

beforeAll(async () => {
  file = await bundleBroker("node");
}, 60_000);

beforeEach(async () => {
  askedAtMs = [];
  outputs = [];
  upstream = await startUpstream();
  upstream.respondWith(({ url = "" }, response) => {
    askedAtMs.push(performance.now());
    const [, id = ""] = /resources\/([^?]*)/.exec(url) ?? [];
    const body = JSON.stringify(makeBodies({ resource: { id } }).included);
    setTimeout(() => response.end(body), answerAfterMs);
  });
});

afterEach(async () => {
  broker.signal("SIGTERM");
  await broker.ended;
  await upstream.close();
  const leaks = findLeaks([...outputs, broker.stdout(), broker.stderr()].join("\n"));
  if (leaks.length > 0) throw new Error(`The output holds ${leaks.join(", ")}.`);
});

const start = async (variables: Readonly<Record<string, string>> = {}): Promise<string> => {
  broker = startProcess(file, { ...toProcessVariables(upstream.url), ...variables });
  return broker.url;
};

const toId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const ask = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { Origin: pageOrigin } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => {
        outputs.push(text);
        resolve(response.statusCode ?? 0);
      });
    }).on("error", reject);
  });

/** Asks for all of them at once, over as many connections, and counts the answers by their status. */
const askForAll = async (url: string, ids: readonly string[], connections = connectionCount) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses = await Promise.all(ids.map((id) => ask(`${url}/client-token?resource_id=${id}`, agent)));
  agent.destroy();
  const counts: Record<number, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

test("a thousand visitors at once of one cold resource make one request to Timekit", async () => {
  const url = await start();
  const ids = Array.from({ length: 1000 }, () => toId(1));
  expect(await askForAll(url, ids, 1000)).toEqual({ 200: 1000 });
  expect(askedAtMs).toHaveLength(1);
});

test("ten thousand visitors of fifty cold resources make fifty", async () => {
  const url = await start({ UPSTREAM_PER_SECOND: "1000" });
  const ids = Array.from({ length: 10_000 }, (_, index) => toId(index % 50));
  expect(await askForAll(url, ids)).toEqual({ 200: 10_000 });
  expect(askedAtMs).toHaveLength(50);
});

test("ten thousand ids never bring Timekit more than five requests in a second", async () => {
  const url = await start({ LOG_LEVEL: "debug" });
  const startedAtMs = performance.now();
  const ids = Array.from({ length: 10_000 }, (_, index) => toId(index));
  // The others are told to come back.
  const counts = await askForAll(url, ids);
  const seconds = (performance.now() - startedAtMs) / 1000;
  expect(Object.keys(counts)).toEqual(["200", "503"]);
  expect(counts[200]).toBe(askedAtMs.length);
  expect(askedAtMs.length).toBeGreaterThanOrEqual(5);
  expect(askedAtMs.length).toBeLessThanOrEqual(5 * (Math.floor(seconds) + 1));
  // A line is written after the answer that it is about.
  await expect.poll(() => readSentAtMs(broker.stdout())).toHaveLength(askedAtMs.length);
  const sentAtMs = readSentAtMs(broker.stdout());
  // A line has its time from a moment after the duration was measured.
  for (const [index, atMs] of sentAtMs.entries())
    expect((sentAtMs[index + 5] ?? Number.POSITIVE_INFINITY) - atMs).toBeGreaterThanOrEqual(998);
});

/** When the broker asked, by its log: the crowd and the server that is asked share a process, which hears late. */
const readSentAtMs = (log: string): readonly number[] =>
  log
    .split("\n")
    .filter((line) => line.includes('"upstream"'))
    .map((line): { time: string; duration_ms: number } => JSON.parse(line))
    .map(({ time, duration_ms }) => Date.parse(time) - duration_ms)
    .sort((a, b) => a - b);
