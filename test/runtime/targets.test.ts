import { createConnection } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/broker/node/start-server.ts";
import { defaultRuntime } from "../../src/broker/runtime.ts";
import { parseSettings } from "../../src/broker/settings/parse-settings.ts";
import { grantPath, pageOrigin } from "./broker-world.ts";
import { startUpstream, type Upstream } from "./start-upstream.ts";
import { clientToken, resourceId, secrets } from "./timekit-bodies.ts";

const metricsToken = "metrics-token-of-the-tests";

let upstream: Upstream;
const servers: RunningServer[] = [];

const start = async (settings: Readonly<Record<string, string>> = {}): Promise<number> => {
  const server = await startServer(
    parseSettings({
      timekitApiKey: secrets.apiKey,
      allowedOrigins: pageOrigin,
      timekitApiUrl: upstream.url,
      timekitApp: "example-app",
      port: 0,
      ...settings,
    }),
    { ...defaultRuntime, createRequestId: () => "request-1", log: () => undefined },
  );
  servers.push(server);
  return Number(new URL(server.url).port);
};

let withToken = 0;
let without = 0;

beforeAll(async () => {
  upstream = await startUpstream();
  withToken = await start({ metricsToken });
  without = await start();
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop({ quietMs: 0 })));
  await upstream.close();
});

/** The whole answer to a request whose target and host are sent as they stand here. */
const sendRaw = (port: number, target: string, lines: readonly string[] = [], host = "broker.test") =>
  new Promise<string>((resolve, reject) => {
    let answer = "";
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
    const head = [`GET ${target} HTTP/1.1`, `Host: ${host}`, `Origin: ${pageOrigin}`, ...lines];
    socket.write([...head, "Connection: close", "", ""].join("\r\n"));
  });

const query = `resource_id=${resourceId}`;

test("the right target gets a token, also in the form that proxies are sent", async () => {
  for (const target of [grantPath, `http://broker.test${grantPath}`])
    expect(await sendRaw(without, target)).toContain(clientToken.token);
});

test.each([
  `/public/%2e%2e/client-token?${query}`,
  `/public/../client-token?${query}`,
  `/public/.%2E/client-token?${query}`,
  `/./client-token?${query}`,
  `/%2e/client-token?${query}`,
  `/livez/..\\client-token?${query}`,
  `/\\../client-token?${query}`,
  `//x/../client-token?${query}`,
  `http://x/public/../client-token?${query}`,
  `/client-token#?${query}`,
  `/client%2Dtoken?${query}`,
  `/client-token%3F${query}`,
])("%s is not the path of tokens", async (target) => {
  const answer = await sendRaw(without, target);
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(answer).toContain('"code":"not-found"');
  expect(answer).not.toContain(clientToken.token);
});

test.each([
  `x/client-token?${query}#`,
  `x/client-token?${query}&x=`,
  "x/client-token",
  `user@x/client-token?${query}#`,
])("the Host %s makes nothing of another path", async (host) => {
  for (const target of ["/livez", "/nothing"]) {
    const answer = await sendRaw(without, target, [], host);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain(clientToken.token);
  }
});

const metricName = "timekit_broker_requests_total";
const bearer = `Authorization: Bearer ${metricsToken}`;

test("metrics are shown to whoever sends the token", async () => {
  for (const lines of [[bearer], [bearer, "X-Forwarded-For: 203.0.113.1"]])
    expect(await sendRaw(withToken, "/metrics", lines)).toContain(metricName);
});

// Node gives a handler only the first thousand headers or so, and a proxy's comes last.
const crowd = Array.from({ length: 1100 }, () => "a:");

test.each([
  ["from this machine without a token", () => sendRaw(withToken, "/metrics")],
  ["where no token is set", () => sendRaw(without, "/metrics", [bearer])],
  ["where no token is set, and none is sent", () => sendRaw(without, "/metrics")],
  ["with a wrong token", () => sendRaw(withToken, "/metrics", [`${bearer}x`])],
  ["with half of the token", () => sendRaw(withToken, "/metrics", [bearer.slice(0, -9)])],
  [
    "behind a header that fell off",
    () => sendRaw(withToken, "/metrics", [...crowd, "X-Forwarded-For: 203.0.113.1"]),
  ],
])("%s, metrics are as unknown as any other path", async (_how, send) => {
  const withoutDate = (answer: string): string => answer.replace(/^date: .*$/im, "");
  expect(withoutDate(await send())).toBe(withoutDate(await sendRaw(without, "/nothing")));
});
