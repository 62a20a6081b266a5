import { createServer } from "node:http";
import { assembleBroker } from "../create-broker.ts";
import { createLog } from "../create-log.ts";
import { createMetrics } from "../metrics/create-metrics.ts";
import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { createListener } from "./create-listener.ts";
import type { SharedStore, SharedStoreOptions } from "./redis/create-shared-store.ts";
import { createRefuseMalformed } from "./create-refuse-malformed.ts";
import { guardConnections } from "./guard-connections.ts";
import { listen } from "./listen.ts";
import { type StopOptions, stopGently } from "./stop-gently.ts";

export interface RunningServer {
  /** Where it listens, as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Lets what is under way be answered, accepts nothing new, and resolves when the last connection is closed. */
  readonly stop: (options?: Partial<StopOptions>) => Promise<void>;
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
  const { createSharedStore } = await import("./redis/index.ts");
  return createSharedStore(options);
};

/** Runs the broker as a server, which logs a line with its `url` once it listens. Throws a `SettingsError` if it cannot. */
export const startServer = async (settings: Settings, outside: Runtime): Promise<RunningServer> => {
  const metrics = createMetrics();
  const runtime = { ...outside, observe: metrics.observe };
  const log = createLog(settings.logLevel, runtime);
  const { storeUrl } = settings;
  const store = storeUrl === undefined ? undefined : await createStore({ settings, storeUrl, log, runtime });
  const broker = assembleBroker({ settings, runtime, ...(store && { store }) });
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
  await store?.start();
  const url = await listen(server, settings).catch((error: unknown) => {
    store?.close();
    throw error;
  });
  log.tell({ level: "info", event: "listening", url });
  return {
    url,
    stop: async (options) => {
      isStopping = true;
      log.tell({ level: "info", event: "stopping" });
      await stopGently(server, { longestAnswerMs: settings.upstreamTimeoutMs, quietMs, ...options });
      store?.close();
      log.tell({ level: "info", event: "stopped" });
    },
  };
};
