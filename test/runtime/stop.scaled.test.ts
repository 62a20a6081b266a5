import { Agent, get } from "node:http";
import { beforeAll, expect, test } from "vitest";
import { isThorough } from "../tools/thorough.ts";
import { metricsToken, pageOrigin, withMetricsToken } from "./broker-world.ts";
import { bundleBroker } from "./bundle-broker.ts";
import { findLeaks } from "./find-leaks.ts";
import { startProcess } from "./start-process.ts";
import { startUpstream } from "./start-upstream.ts";
import { makeBodies, secrets } from "./timekit-bodies.ts";

interface Stop {
  readonly exitCode: number | null;
  /** How many requests had left their client before the signal. */
  readonly sent: number;
  /** How many of those got no answer of the broker's. */
  readonly lost: number;
  readonly leaks: readonly string[];
}

const clientCount = 12;

/** Starts the program, asks it from many connections at once, half of them for resources that it does not know yet, and stops it with SIGTERM after that long. */
const stopUnderLoad = async (file: string, afterMs: number): Promise<Stop> => {
  const upstream = await startUpstream();
  upstream.respondWith(({ url = "" }, response) => {
    const [, id = ""] = /resources\/([^?]*)/.exec(url) ?? [];
    setTimeout(() => response.end(JSON.stringify(makeBodies({ resource: { id } }).included)), 30);
  });
  const process = startProcess(file, {
    TIMEKIT_API_KEY: secrets.apiKey,
    ALLOWED_ORIGINS: pageOrigin,
    TIMEKIT_API_URL: upstream.url,
    TIMEKIT_APP: "example-app",
    UPSTREAM_PER_SECOND: "10000",
    RATE_LIMIT_PER_MINUTE: "1000000",
    METRICS_TOKEN: metricsToken,
    PORT: "0",
  });
  const url = await process.url;
  const received: string[] = [await (await fetch(`${url}/metrics`, withMetricsToken)).text()];
  let signalledAtMs = Number.POSITIVE_INFINITY;
  let sent = 0;
  let lost = 0;
  let asked = 0;

  const runClient = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (signalledAtMs === Number.POSITIVE_INFINITY) {
      asked += 1;
      const id = `00000000-0000-4000-8000-${String(asked % 2 ? asked : 0).padStart(12, "0")}`;
      const { sentAtMs, status, text } = await ask(`${url}/client-token?resource_id=${id}`, agent);
      received.push(text);
      if (sentAtMs > signalledAtMs) break;
      sent += 1;
      if (status !== 200) lost += 1;
    }
    agent.destroy();
  };

  const clients = Array.from({ length: clientCount }, runClient);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  signalledAtMs = performance.now();
  process.signal("SIGTERM");
  await Promise.all(clients);
  const exitCode = await process.ended;
  await upstream.close();
  const leaks = findLeaks([...received, process.stdout(), process.stderr()].join("\n"));
  return { exitCode, sent, lost, leaks };
};

interface Outcome {
  readonly sentAtMs: number;
  /** 0 without an answer. */
  readonly status: number;
  readonly text: string;
}

const ask = (url: string, agent: Agent): Promise<Outcome> =>
  new Promise((resolve) => {
    let sentAtMs = Number.POSITIVE_INFINITY;
    let text = "";
    const fail = () => resolve({ sentAtMs, status: 0, text });
    const request = get(url, { agent, headers: { Origin: pageOrigin } }, (response) => {
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve({ sentAtMs, status: response.statusCode ?? 0, text }));
      response.on("error", fail);
    });
    request.on("finish", () => (sentAtMs = performance.now()));
    request.on("error", fail);
  });

let file = "";

beforeAll(async () => {
  file = await bundleBroker("node");
}, 60_000);

// So long after the start.
const moments = isThorough ? Array.from({ length: 20 }, (_, index) => 50 + 47 * index) : [100, 333];

test.each(moments)("SIGTERM after %d ms under load loses no answer", async (afterMs) => {
  const { sent, ...stop } = await stopUnderLoad(file, afterMs);
  expect(stop).toEqual({ exitCode: 0, lost: 0, leaks: [] });
  expect(sent).toBeGreaterThan(0);
});
