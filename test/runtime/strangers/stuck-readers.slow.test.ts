import { Agent, get } from "node:http";
import { createConnection, type Socket } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { bundleBroker } from "../bundle-broker.ts";
import { pageOrigin } from "../broker-world.ts";
import { startProcess, toProcessVariables } from "../start-process.ts";
import { startUpstream } from "../start-upstream.ts";
import { resourceId } from "../timekit-bodies.ts";

let file = "";

beforeAll(async () => {
  file = await bundleBroker("node");
}, 60_000);

const longestMs = 45_000;

const path = `/client-token?resource_id=${resourceId}`;

const request = `GET ${path} HTTP/1.1\r\nHost: a\r\nOrigin: ${pageOrigin}\r\n\r\n`;

const pass = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

/** Opens a connection that reads nothing and sends so much at once, and then a request ten times a second; resolves to how long it was open. */
const beStuck = (port: number, text: string): Promise<number> =>
  new Promise((resolve) => {
    const startedAtMs = performance.now();
    const socket: Socket = createConnection({ host: "127.0.0.1", port });
    socket.pause();
    socket.on("error", () => undefined);
    socket.write(text);
    // A connection that nobody reads tells of its end only when something is sent.
    const timer = setInterval(() => socket.write(request), 100);
    const end = setTimeout(() => socket.destroy(), longestMs + 5000);
    socket.once("close", () => {
      clearInterval(timer);
      clearTimeout(end);
      resolve(performance.now() - startedAtMs);
    });
  });

/** Asks on one connection, in turn; resolves to the answers' statuses and how many connections that took. */
const beWell = async (url: string, pauseMs: number): Promise<{ statuses: number[]; connections: number }> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  const statuses: number[] = [];
  const end = performance.now() + longestMs;
  while (performance.now() < end) {
    await new Promise<void>((resolve, reject) => {
      get(`${url}${path}`, { agent, headers: { Origin: pageOrigin } }, (response) => {
        statuses.push(response.statusCode ?? 0);
        ports.add(response.socket.localPort);
        response.resume().once("end", resolve);
      }).once("error", reject);
    });
    await pass(pauseMs);
  }
  agent.destroy();
  return { statuses, connections: ports.size };
};

/** Leaves each of three answers unread for a while; resolves to what it has read. */
const beSlow = async (port: number): Promise<string> => {
  const socket = createConnection({ host: "127.0.0.1", port });
  let text = "";
  socket.on("error", () => undefined);
  socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
  for (let turn = 0; turn < 3; turn += 1) {
    socket.pause();
    socket.write(request);
    await pass(12_000);
    socket.resume();
    await expect.poll(() => text.split("client-token").length, { timeout: 10_000 }).toBe(turn + 2);
  }
  socket.destroy();
  return text;
};

test("who does not read is gone within 45 s, and nobody else", async () => {
  const upstream = await startUpstream();
  const broker = startProcess(file, { ...toProcessVariables(upstream.url), LOG_LEVEL: "info" });
  const url = await broker.url.catch(() => "");
  expect(url).not.toBe("");
  const port = Number(new URL(url).port);
  // Whatever the crowd does to a busy machine, Timekit was asked before.
  expect((await fetch(url + path, { headers: { Origin: pageOrigin } })).status).toBe(200);
  const stuck = Promise.all([
    ...Array.from({ length: 20 }, () => beStuck(port, request.repeat(20_000))),
    ...Array.from({ length: 20 }, () => beStuck(port, request.repeat(20))),
    ...Array.from({ length: 20 }, () =>
      beStuck(port, "GET /livez HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20_000)),
    ),
  ]);
  const [lives, busy, patient, slow] = await Promise.all([
    stuck,
    beWell(url, 100),
    beWell(url, 15_000),
    beSlow(port),
  ]);
  broker.signal("SIGTERM");
  await broker.ended;
  await upstream.close();
  console.log(`Stuck readers were gone after ${Math.round(Math.max(...lives) / 100) / 10} s at most.`);
  expect(Math.max(...lives)).toBeLessThan(longestMs);
  for (const { statuses, connections } of [busy, patient]) {
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(connections).toBe(1);
  }
  expect(slow).toContain("client-token");
}, 120_000);
