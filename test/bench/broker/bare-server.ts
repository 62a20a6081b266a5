import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expectedGrant } from "../../runtime/timekit-bodies.ts";
import { benchOrigin } from "./send-requests.ts";

interface CacheEntry {
  readonly body: string;
  readonly untilMs: number;
}

/**
 * What the broker's warm answer costs at least: `node:http` alone, with the same checks, counts, headers and log line, all
 * written out in one function.
 */
const fresh = new Map<string, CacheEntry>([
  [expectedGrant.resource.id, { body: JSON.stringify(expectedGrant), untilMs: Infinity }],
]);
const clients = new Map<string, number>();
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const intervalMs = 60_000 / 1e6;

let waiting = "";
const write = (line: string): void => {
  if (waiting === "")
    setImmediate(() => {
      process.stdout.write(waiting);
      waiting = "";
    });
  waiting += `${line}\n`;
};

const server = createServer((request, response) => {
  const startedAtMs = Date.now();
  const requestId = randomUUID();
  const { origin } = request.headers;
  const url = new URL(request.url ?? "/", "http://bench.test");
  const id = url.searchParams.get("resource_id")?.toLowerCase() ?? "";
  const client = request.socket.remoteAddress ?? "";
  const fullAtMs = Math.max(clients.get(client) ?? 0, startedAtMs);
  const kept = fresh.get(id);
  const isRefused =
    origin !== benchOrigin ||
    request.method !== "GET" ||
    url.pathname !== "/client-token" ||
    !uuid.test(id) ||
    fullAtMs - startedAtMs > 60_000 ||
    kept === undefined ||
    kept.untilMs < startedAtMs;
  clients.set(client, fullAtMs + intervalMs);
  const status = isRefused ? 404 : 200;
  const body = isRefused ? "{}" : kept.body;
  response.writeHead(status, {
    "Cache-Control": "no-store",
    Vary: "Origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
    "X-Request-Id": requestId,
    "Access-Control-Allow-Origin": benchOrigin,
    "Access-Control-Expose-Headers": "Date, Retry-After, X-Request-Id",
  });
  response.end(body);
  write(
    JSON.stringify({
      time: new Date().toISOString(),
      level: "info",
      event: "request",
      request_id: requestId,
      origin,
      route: url.pathname,
      method: request.method,
      resource_id: id,
      cache: "hit",
      status,
      duration_ms: Date.now() - startedAtMs,
    }),
  );
});

process.once("SIGINT", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  write(JSON.stringify({ url: `http://127.0.0.1:${port}` }));
});
