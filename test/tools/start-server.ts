import { serve, type ServerType } from "@hono/node-server";

/** A server that runs: its origin, as `http://127.0.0.1:41234`, and the way back. */
export interface RunningServer {
  readonly origin: string;
  /** Also ends the connections that are still open. */
  readonly close: () => Promise<void>;
}

export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** Serves the handler on a free port of 127.0.0.1; rejects if none can be opened. */
export const startServer = (fetch: FetchHandler): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => stop(server) });
    });
    server.once("error", reject);
  });

const stop = (server: ServerType): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
