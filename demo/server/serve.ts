import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
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
  const server = createServer((incoming, outgoing) => void answer(handler, { incoming, outgoing }));
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

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

const answer = async (handler: Handler, exchange: Exchange): Promise<void> => {
  const { incoming, outgoing } = exchange;
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  try {
    await send(await handler(await toRequest(incoming, gone.signal)), outgoing);
  } catch (error) {
    if (error instanceof ConnectionReset) incoming.socket.resetAndDestroy();
    else if (gone.signal.aborted) outgoing.destroy();
    else {
      console.error(error);
      outgoing.writeHead(500).end();
    }
  }
};

const toRequest = async (incoming: IncomingMessage, signal: AbortSignal): Promise<Request> => {
  const method = incoming.method ?? "GET";
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) if (chunk instanceof Buffer) chunks.push(chunk);
  const body = chunks.length > 0 && method !== "GET" && method !== "HEAD" ? Buffer.concat(chunks) : null;
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "127.0.0.1"}`);
  return new Request(url, { method, headers, body, signal });
};

const send = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  outgoing.end(body);
};
