import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { assembleBroker } from "../create-broker.ts";
import { createLog } from "../create-log.ts";
import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { createRefuseMalformed } from "./create-refuse-malformed.ts";
import { listen } from "./listen.ts";
import { type StopOptions, stopGently } from "./stop-gently.ts";

export interface RunningServer {
  /** Where it listens, as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Accepts nothing new, lets what is under way be answered, and resolves when the last connection is closed. */
  readonly stop: (options?: Partial<StopOptions>) => Promise<void>;
}

// A request here is a few hundred bytes; whoever needs longer than this to send it wants to hold a connection.
const requestTimeoutMs = 10_000;

const serverOptions = {
  requestTimeout: requestTimeoutMs,
  headersTimeout: requestTimeoutMs,
  // Longer than the 60 s after which most balancers let go of an idle connection, so that they are the ones who do.
  keepAliveTimeout: 65_000,
  // A request without a host is refused with our headers instead of Node's.
  requireHostHeader: false,
};

// What a client has sent on an idle connection before it could know of the stop is read within this time.
const quietMs = 250;

/** Runs the broker as a server, which logs a line with its `url` once it listens. Throws a `SettingsError` if it cannot. */
export const startServer = async (settings: Settings, runtime: Runtime): Promise<RunningServer> => {
  const broker = assembleBroker(settings, runtime);
  const log = createLog(settings.logLevel, runtime);
  const refuseMalformed = createRefuseMalformed(runtime, log);
  let isStopping = false;
  const answer = getRequestListener(
    (request, { incoming }) =>
      broker.fetch(request, { clientAddress: incoming.socket.remoteAddress, isStopping }),
    { errorHandler: refuseMalformed.asResponse },
  );
  const server = createServer(serverOptions);
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    if (isStopping) outgoing.shouldKeepAlive = false;
    void answer(incoming, outgoing);
  };
  server.on("request", onRequest);
  // Without a listener Node answers this itself, and without our headers.
  server.on("checkExpectation", onRequest);
  server.on("clientError", refuseMalformed.onSocket);
  const url = await listen(server, settings);
  log.tell({ level: "info", event: "listening", url });
  return {
    url,
    stop: async (options) => {
      isStopping = true;
      log.tell({ level: "info", event: "stopping" });
      await stopGently(server, { longestAnswerMs: settings.upstreamTimeoutMs, quietMs, ...options });
      log.tell({ level: "info", event: "stopped" });
    },
  };
};
