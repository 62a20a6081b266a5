import { Agent, get } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromPage, grantPath } from "./broker-world.ts";
import { bundleBroker } from "./bundle-broker.ts";
import { heavyBodies } from "./heavy-bodies.ts";
import { type BrokerProcess, startProcess, toProcessVariables } from "./start-process.ts";
import { startUpstream, type Upstream } from "./start-upstream.ts";

const longestWaitMs = 200;

// Any single request may be late; a body that holds the broker does so every time. On a busy machine all are late.
const attempts = 4;

let file = "";
let upstream: Upstream;
const processes: BrokerProcess[] = [];

beforeAll(async () => {
  file = await bundleBroker("node");
  upstream = await startUpstream();
}, 60_000);

afterAll(async () => {
  for (const { signal } of processes) signal("SIGTERM");
  await Promise.all(processes.map(({ ended }) => ended));
  await upstream.close();
});

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const measureAlive = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const startedAtMs = performance.now();
    get(`${url}/livez`, { agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(performance.now() - startedAtMs));
    }).on("error", reject);
  });

/** How long `/livez` waits at most while a broker that knows nothing yet takes in what Timekit sends, and then answers from it. */
const measureLongestWait = async (): Promise<number> => {
  const broker = startProcess(file, toProcessVariables(upstream.url));
  processes.push(broker);
  const url = await broker.url;
  await measureAlive(url);
  const asking = new AbortController();
  const asked = fetch(url + grantPath, fromPage)
    .then((answer) => answer.text())
    .then(() => fetch(url + grantPath, fromPage))
    .finally(() => asking.abort());
  let longestMs = 0;
  while (!asking.signal.aborted) longestMs = Math.max(longestMs, await measureAlive(url));
  expect([200, 404, 502]).toContain((await asked).status);
  return longestMs;
};

test.each(heavyBodies)(
  "/livez does not wait for $name",
  async ({ text }) => {
    expect(text.length).toBeGreaterThan(900_000);
    expect(text.length).toBeLessThanOrEqual(1024 * 1024);
    const body = Buffer.from(text);
    expect(() => void JSON.parse(text)).not.toThrow();
    upstream.respondWith((_request, response) => void response.writeHead(200).end(body));
    let shortestMs = Number.POSITIVE_INFINITY;
    for (let count = 0; count < attempts && shortestMs >= longestWaitMs; count += 1)
      shortestMs = Math.min(shortestMs, await measureLongestWait());
    expect(shortestMs).toBeLessThan(longestWaitMs);
  },
  120_000,
);
