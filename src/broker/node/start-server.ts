import { createServer, type Server } from "node:http";
import { Server as NetServer } from "node:net";
import { assembleBroker } from "../create-broker.ts";
import { createLog } from "../log.ts";
import { createMetrics } from "../metrics/create-metrics.ts";
import type { Runtime } from "../runtime.ts";
import { SettingsError } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";
import type { SharedStore, SharedStoreOptions } from "../store/redis/redis-store.ts";
import { createMemoryStore } from "../store/memory.ts";
import { checkKeys } from "./check.ts";
import { createListener } from "./create-listener.ts";
import { guardConnections } from "./guard-connections.ts";
import { createRefuseMalformed } from "./refuse-malformed.ts";

export interface RunningServer {
  /** Where it listens, as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Lets what is under way be answered, accepts nothing new, and resolves when the last connection is closed. */
  readonly stop: (options?: Partial<StopOptions>) => Promise<void>;
  /** Asks Timekit once, within the budget, whether it accepts the keys, and warns in the log where it does not. */
  readonly checkKeys: () => Promise<void>;
}

// A request here is a few hundred bytes; whoever needs longer than this to send it wants to hold a connection.
const requestTimeoutMs = 10_000;

const serverOptions = {
  requestTimeout: requestTimeoutMs,
  headersTimeout: requestTimeoutMs,
  // Node looks for the late ones only so often; its own 30 s would let them stay four times as long.
  connectionsCheckingInterval: 2000,
  // Longer than the 60 s after which most balancers let go of an idle connection, so that they are the ones who do.
  keepAliveTimeout: 65_000,
  // A request without a host is refused with our headers instead of Node's.
  requireHostHeader: false,
};

// What a client has sent before it could know of the stop has arrived within this time.
const quietMs = 250;

/** Loads the store's code only where a store is used: its client is larger than the rest of the broker. */
const createStore = async (options: SharedStoreOptions): Promise<SharedStore> => {
  const { createRedisStore } = await import("../store/redis/index.ts");
  return createRedisStore(options);
};

/** Runs the broker as a server, which logs a line with its `url` once it listens. Throws a `SettingsError` if it cannot. */
export const startServer = async (settings: Settings, outside: Runtime): Promise<RunningServer> => {
  const metrics = createMetrics(outside);
  const runtime = { ...outside, observe: metrics.observe };
  const log = createLog(settings.logLevel, runtime);
  const { storeUrl } = settings;
  const shared = storeUrl === undefined ? undefined : await createStore({ settings, storeUrl, log, runtime });
  const store = shared ?? createMemoryStore(settings, runtime);
  const broker = assembleBroker({ settings, runtime, store });
  const refuseMalformed = createRefuseMalformed(runtime, log);
  let isStopping = false;
  const answer = createListener({
    broker,
    metrics,
    metricsToken: settings.metricsToken,
    refuseMalformed,
    isStopping: () => isStopping,
  });
  const server = createServer(serverOptions);
  const listener = guardConnections(server, { listener: answer });
  server.on("request", listener);
  // Without a listener Node answers this itself, and without our headers.
  server.on("checkExpectation", listener);
  server.on("clientError", refuseMalformed.onSocket);
  await shared?.start();
  const url = await listen(server, settings).catch((error: unknown) => {
    shared?.close();
    throw error;
  });
  log.tell({ level: "info", event: "listening", url });
  return {
    url,
    stop: async (options) => {
      isStopping = true;
      log.tell({ level: "info", event: "stopping" });
      await stopGently(server, { longestAnswerMs: settings.upstreamTimeoutMs, quietMs, ...options });
      shared?.close();
      log.tell({ level: "info", event: "stopped" });
    },
    checkKeys: async () => {
      const findings = await checkKeys({ settings, runtime, budget: store });
      for (const { isGood, text } of findings) if (!isGood) log.warn(text);
    },
  };
};

/** Makes the server listen; resolves to its URL. Throws a `SettingsError` where that is not possible. */
const listen = (server: Server, { host, port }: Pick<Settings, "host" | "port">): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(new SettingsError([`HOST and PORT cannot be listened on (${error.code ?? "unknown error"}).`]));
    server.once("error", fail);
    server.listen({ host, port }, () => {
      server.off("error", fail);
      const address = server.address();
      const isTcp = typeof address === "object" && address !== null;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${isTcp ? address.port : port}`);
    });
  });

interface StopOptions {
  /** How long an answer that is under way may take. */
  readonly longestAnswerMs: number;
  /** How long connections are still accepted, and then idle ones kept: a request may be on its way in them. */
  readonly quietMs: number;
}

/**
 * Stops a server without losing an answer to a request that was sent before; resolves when every connection is closed.
 * The kernel resets connections that wait to be accepted when listening ends, and `http.Server.close` at once cuts idle
 * ones, whose next request may be in the buffer already.
 */
const stopGently = async (server: Server, { longestAnswerMs, quietMs }: StopOptions): Promise<void> => {
  await pass(quietMs);
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  const timer = setTimeout(() => server.closeAllConnections(), longestAnswerMs + 2 * quietMs);
  void pass(quietMs).then(() => server.closeIdleConnections());
  await closed;
  clearTimeout(timer);
};

/** Waits, and then until what has come in meanwhile was accepted and read: on a busy machine a timer may run first. */
const pass = async (durationMs: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, durationMs));
  for (let turn = 0; turn < turnsToRead; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

// In one turn of the event loop a connection is accepted, in the next its request is read.
const turnsToRead = 3;
