import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { ConnectionReset } from "../timekit/connection-reset.ts";

/** What answers requests: a site, or the simulated Timekit. */
export type Handler = (request: Request) => Promise<Response>;

export interface Served {
  /** As `http://127.0.0.1:5180`. */
  readonly origin: string;
  /** Cuts every connection and stops listening. */
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** Tried in this order; 0 takes a free one. */
  readonly ports: readonly number[];
}

/** Puts a fetch handler on 127.0.0.1; rejects when none of the ports can be had. */
export const serve = async (handler: Handler, { ports }: ServeOptions): Promise<Served> => {
  // The process keeps its own `Request` and `Response`: tests and Vite run in it, too.
  const listener = getRequestListener(answer(handler), { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const port = await listenOnFirst(ports, (candidate) => listen(server, candidate));
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

type Listening = ReturnType<typeof createServer>;

const listenOnFirst = async (
  [port = 0, ...others]: readonly number[],
  attempt: (port: number) => Promise<number>,
): Promise<number> => {
  try {
    return await attempt(port);
  } catch (error) {
    if (others.length === 0) throw error;
    return listenOnFirst(others, attempt);
  }
};

const listen = (server: Listening, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

/** A handler throws either to break the connection, or because of a fault, which is printed. */
const answer =
  (handler: Handler): FetchCallback =>
  async (request, { incoming }) => {
    try {
      return await handler(request);
    } catch (error) {
      if (error instanceof ConnectionReset) {
        incoming.socket.resetAndDestroy();
        return RESPONSE_ALREADY_SENT;
      }
      if (!request.signal.aborted) console.error(error);
      return new Response(null, { status: 500 });
    }
  };

type FetchCallback = Parameters<typeof getRequestListener>[0];
