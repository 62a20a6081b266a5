import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { makeBodies, resourceId, secrets, type TimekitBodies } from "./timekit-bodies.ts";

export interface UpstreamRequest {
  readonly method: string;
  /** Path and query, as they stood on the line. */
  readonly target: string;
  readonly headers: IncomingMessage["headers"];
}

export type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on a real socket that stands where Timekit would. */
export interface Upstream {
  readonly url: string;
  /** Everything that arrived, oldest first. */
  readonly requests: readonly UpstreamRequest[];
  /** How it answers from now on. */
  respondWith: (respond: Respond) => void;
  readonly close: () => Promise<void>;
}

/** Starts it on a free port; it answers as a Timekit that holds one resource. */
export const startUpstream = async (): Promise<Upstream> => {
  const requests: UpstreamRequest[] = [];
  let respond = likeTimekit(makeBodies());
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? "", target: request.url ?? "", headers: request.headers });
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    respondWith: (next) => {
      respond = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Answers every endpoint that the broker asks; 401 without the app's key, 404 for other resources. */
export const likeTimekit =
  (bodies: TimekitBodies, keys: readonly string[] = [secrets.apiKey]): Respond =>
  (request, response) => {
    const allowed = keys.map((key) => `Basic ${Buffer.from(`:${key}`).toString("base64")}`);
    if (!allowed.includes(request.headers.authorization ?? "")) {
      response.writeHead(401).end("Invalid credentials supplied");
      return;
    }
    const body = new Map<string, unknown>([
      ["/v2/app", bodies.app],
      [`/v2/resources/${resourceId}`, bodies.resource],
      [`/v2/resources/${resourceId}?include=credentials`, bodies.included],
      [`/v2/credentials?search=resource.id:${resourceId}`, bodies.credentials],
    ]).get(request.url ?? "");
    if (body === undefined) sendJson(response, 404, { error: "Resource does not exist", model: "Resource" });
    else sendJson(response, 200, body);
  };

/** Answers everything with this status, these headers and this text. */
export const always =
  (status: number, headers: Readonly<Record<string, string>> = {}, body: string | Buffer = "{}"): Respond =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

const sendJson = (response: ServerResponse, status: number, value: unknown): void => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  response.writeHead(status, { "Content-Type": "application/json" }).end(text);
};
