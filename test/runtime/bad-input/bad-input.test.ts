import { createConnection } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LogEntry } from "../../../src/broker/index.ts";
import { type RunningServer, startServer } from "../../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../../src/broker/runtime.ts";
import { parseSettings } from "../../../src/broker/settings/parse-settings.ts";
import { fromPage, grantPath, metricsToken, pageOrigin, withMetricsToken } from "../broker-world.ts";
import { findLeaks } from "../find-leaks.ts";
import { startUpstream, type Upstream } from "../start-upstream.ts";
import { clientToken, resourceId, secrets } from "../timekit-bodies.ts";
import { refusedIds } from "../../cases/ids.ts";
import { malformedRequests } from "./malformed-requests.ts";
import { refusedOrigins } from "../../cases/origins.ts";

const exactTarget = `/v2/resources/${resourceId}?include=credentials`;

describe("a server that is given what it must not accept", () => {
  let upstream: Upstream;
  let server: RunningServer;
  const received: string[] = [];
  const log: LogEntry[] = [];

  beforeAll(async () => {
    upstream = await startUpstream();
    const settings = {
      timekitApiKey: secrets.apiKey,
      allowedOrigins: pageOrigin,
      timekitApiUrl: upstream.url,
      timekitApp: "example-app",
      rateLimitPerMinute: 1_000_000,
      logLevel: "debug",
      metricsToken,
      port: 0,
    };
    server = await startServer(parseSettings(settings), {
      ...defaultRuntime,
      log: (entry) => void log.push(entry),
    });
  });

  afterAll(async () => {
    await server.stop({ quietMs: 0 });
    await upstream.close();
  });

  const ask = async (path: string, headers: Readonly<Record<string, string>>): Promise<number> => {
    const response = await fetch(server.url + path, { headers });
    received.push(JSON.stringify([...response.headers]), await response.text());
    return response.status;
  };

  const sendRaw = (request: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = "";
      const { port } = new URL(server.url);
      const socket = createConnection({ host: "127.0.0.1", port: Number(port) });
      socket.setTimeout(1000, () => socket.destroy());
      socket.on("data", (chunk) => {
        answer += chunk.toString();
        if (answer.endsWith("}")) socket.destroy();
      });
      // A reset is an answer, too.
      socket.on("error", () => undefined);
      socket.on("close", () => {
        received.push(answer);
        resolve(answer);
      });
      socket.write(Buffer.from(request, "latin1"));
    });

  test("refuses every id that is no canonical UUID, and asks Timekit nothing", async () => {
    const accepted: string[] = [];
    for (const id of refusedIds) {
      const status = await ask(`/client-token?resource_id=${encodeURIComponent(id)}`, fromPage.headers);
      if (status !== 400) accepted.push(id);
    }
    expect(accepted).toEqual([]);
    expect(upstream.requests).toEqual([]);
  });

  test("refuses every strange origin, and asks Timekit nothing", async () => {
    const accepted: string[] = [];
    for (const origin of refusedOrigins) {
      const status = await ask(grantPath, { Origin: Buffer.from(origin).toString("latin1") });
      if (status !== 403) accepted.push(origin);
    }
    expect(accepted).toEqual([]);
    expect(upstream.requests).toEqual([]);
  });

  test("grants nothing to what is hardly a request, and goes on", async () => {
    const wrong: unknown[] = [];
    for (const request of malformedRequests) {
      const answer = await sendRaw(request);
      const isRefused = answer === "" || /^HTTP\/1\.1 4\d\d /.test(answer);
      if (!isRefused || answer.includes(clientToken.token)) wrong.push({ request, answer });
    }
    expect(wrong).toEqual([]);
    // A body that breaks is noticed only after the head, which may have been a good request's.
    const targets = new Set(upstream.requests.map(({ target }) => target));
    expect([...targets, exactTarget].every((target) => target === exactTarget)).toBe(true);
    expect(await ask(grantPath, fromPage.headers)).toBe(200);
  }, 60_000);

  test("answers others while hundreds of connections send slowly", async () => {
    const { port } = new URL(server.url);
    const request = `GET ${grantPath} HTTP/1.1\r\nHost: a\r\nOrigin: ${pageOrigin}\r\nX-Slow: `;
    const sockets = Array.from({ length: 300 }, (_, index) => {
      const socket = createConnection({ host: "127.0.0.1", port: Number(port) });
      socket.on("error", () => undefined);
      socket.write(request.slice(0, index % request.length));
      const timer = setInterval(() => socket.writable && socket.write("x"), 50);
      socket.on("close", () => clearInterval(timer));
      return socket;
    });
    const startedAtMs = performance.now();
    for (let count = 0; count < 20; count += 1) expect(await ask(grantPath, fromPage.headers)).toBe(200);
    expect(performance.now() - startedAtMs).toBeLessThan(10_000);
    for (const socket of sockets) socket.destroy();
  });

  test("repeats nothing of it in the log, and leaks nothing", async () => {
    const metrics = await (await fetch(`${server.url}/metrics`, withMetricsToken)).text();
    const origins = new Set(log.map(({ refused_origin: origin }) => origin));
    // Of those that are spelt like an origin the log says which; there are only some.
    expect(origins).toContain("unreadable");
    expect(
      [...origins].filter((origin) => !/^(?:unreadable|null|https?:\/\/[\w.:[\]-]+)$/.test(origin ?? "null")),
    ).toEqual([]);
    const written = log.map(({ refused_origin: _origin, ...entry }) => JSON.stringify(entry)).join("\n");
    expect(findLeaks([...received, metrics, written].join("\n"))).toEqual([]);
    expect(written).not.toMatch(/evil|injected|passwd|script|etc/i);
    expect(new Set(log.map(({ resource_id: id }) => id))).toEqual(new Set([undefined, resourceId]));
  });
});
