import {
  createServer,
  type IncomingMessage,
  request as sendRequest,
  type Server,
  type ServerResponse,
} from "node:http";
import { createConnection, type AddressInfo, type ListenOptions } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toNodeHandler } from "../../src/broker/handler.ts";
import { type BrokerSettings, createBroker, type LogEntry } from "../../src/broker/index.ts";
import { fromPage, pageOrigin } from "./broker-world.ts";
import { startUpstream, type Upstream } from "./start-upstream.ts";
import { expectedGrant, resourceId, secrets } from "./timekit-bodies.ts";

const query = `?resource_id=${resourceId}`;

let upstream: Upstream;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  upstream = await startUpstream();
  ends.push(upstream.close);
});

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const makeBroker = (settings: Partial<BrokerSettings> = {}) => {
  const log: LogEntry[] = [];
  const given = { timekitApiKey: secrets.apiKey, allowedOrigins: pageOrigin, timekitApiUrl: upstream.url };
  const broker = createBroker({ ...given, ...settings }, { log: (entry) => void log.push(entry) });
  return { broker, log };
};

describe("createBroker's fetch", () => {
  test.each(["/", "/api/timekit", "/.netlify/functions/token", "/client-token", "/a%20b"])(
    "answers at the path that it is mounted on, %s, which stands in no line of the log",
    async (path) => {
      const { broker, log } = makeBroker();
      const answer = await broker.fetch(new Request(`https://site.example${path}${query}`, fromPage));
      expect([answer.status, await answer.json()]).toEqual([200, expectedGrant]);
      expect(log.at(-1)).toMatchObject({ event: "request", route: "/client-token" });
    },
  );

  test("still says whether it is alive and ready, and shows no metrics", async () => {
    const { broker } = makeBroker();
    const ask = async (path: string) =>
      (await broker.fetch(new Request(`https://site.example${path}`))).status;
    expect([await ask("/livez"), await ask("/readyz"), await ask("/metrics")]).toEqual([200, 200, 404]);
  });

  test("with clientTokenPath answers there and nowhere else", async () => {
    const { broker, log } = makeBroker({ clientTokenPath: "/api/token" });
    const ask = async (path: string) =>
      (await broker.fetch(new Request(`https://site.example${path}${query}`, fromPage))).status;
    expect([await ask("/api/token"), await ask("/client-token"), await ask("/api/token/")]).toEqual([
      200, 404, 404,
    ]);
    expect(log.filter(({ event }) => event === "request")[0]).toMatchObject({ route: "/api/token" });
  });
});

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

const listen = async (listener: Listener, where: ListenOptions = { port: 0, host: "127.0.0.1" }) => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(where, resolve));
  ends.push(() => server.closeAllConnections());
  ends.push(() => server.close());
  return server;
};

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** The head of the answer to a request of exactly these bytes. */
const sendRaw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = "";
    const socket = createConnection({ port, host: "127.0.0.1" }, () => socket.write(text));
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });

const toRaw = (target: string, method = "GET", host = "broker.test"): string =>
  [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${pageOrigin}`,
    "Connection: close",
    "",
    "",
  ].join("\r\n");

describe("toNodeHandler", () => {
  test("counts each client by its address", async () => {
    const { broker } = makeBroker({ rateLimitPerMinute: 2 });
    const url = `http://127.0.0.1:${portOf(await listen(toNodeHandler(broker)))}/anywhere${query}`;
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await fetch(url, fromPage)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test("knows no client on a socket of the file system, says so once and limits nobody", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mounted-"));
    ends.push(() => rmSync(folder, { recursive: true }));
    const { broker, log } = makeBroker({ rateLimitPerMinute: 1 });
    const socketPath = join(folder, "socket");
    await listen(toNodeHandler(broker), { path: socketPath });
    const ask = () =>
      new Promise<number | undefined>((resolve, reject) => {
        const sent = sendRequest({ socketPath, path: `/${query}`, ...fromPage }, (response) => {
          response.resume().on("end", () => resolve(response.statusCode));
        });
        sent.on("error", reject).end();
      });
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200]);
    const messages = log
      .flatMap(({ message }) => message ?? [])
      .filter((text) => /RATE_LIMIT_PER_MINUTE is off/.test(text));
    expect(messages).toHaveLength(1);
  });

  test.each([
    "/x/../api/token",
    "/./api/token",
    "/api/%74oken",
    "//api/token",
    "/x/%2e%2e/api/token",
    "\\api\\token",
    "*",
  ])("matches a path as it was sent: %s is another one", async (path) => {
    const { broker } = makeBroker({ clientTokenPath: "/api/token" });
    const port = portOf(await listen(toNodeHandler(broker)));
    expect(await sendRaw(port, toRaw(`/api/token${query}`))).toMatch(/^HTTP\/1.1 200 /);
    expect(await sendRaw(port, toRaw(path + query))).toMatch(/^HTTP\/1.1 40[034] /);
  });

  test("a Host that could begin a path leads nowhere", async () => {
    const { broker } = makeBroker({ clientTokenPath: "/api/token" });
    const port = portOf(await listen(toNodeHandler(broker)));
    for (const host of ["broker.test/api/token?", "a b", ""])
      expect(await sendRaw(port, toRaw(`/${query}`, "GET", host))).toMatch(/^HTTP\/1.1 4\d\d /);
  });

  test.each(["POST", "TRACE", "DELETE"])("refuses %s with the methods that there are", async (method) => {
    const { broker } = makeBroker();
    const port = portOf(await listen(toNodeHandler(broker)));
    const answer = await sendRaw(port, toRaw(`/${query}`, method));
    expect(answer).toMatch(/^HTTP\/1.1 405 /);
    expect(answer).toMatch(/^allow: GET, HEAD, OPTIONS\r$/im);
    expect(answer).toMatch(/^cache-control: no-store\r$/im);
  });
});
