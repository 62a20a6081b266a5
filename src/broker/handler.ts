import type { Broker } from "./create-broker.ts";
import { findPeer, type NodeRequest, type NodeResponse, readRequest, write } from "./node/node-http.ts";

/** Answers one request of Node's. */
export type NodeHandler = (incoming: NodeRequest, outgoing: NodeResponse) => void;

/** Makes a broker a handler for Express and for `node:http`, at whatever path it is mounted on. */
export const toNodeHandler =
  (broker: Pick<Broker, "fetch">): NodeHandler =>
  (incoming, outgoing) =>
    void answer(broker, incoming).then((reply) => write(reply, outgoing));

const answer = async (broker: Pick<Broker, "fetch">, incoming: NodeRequest) => {
  const response = await broker.fetch(toRequest(incoming), { clientAddress: findPeer(incoming.socket) });
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, body: response.body && (await response.text()), headers };
};

// A path that no setting can name, so that the broker itself refuses what was sent to it.
const nowhere = "http://localhost/%";

const toRequest = (incoming: NodeRequest & { readonly originalUrl?: unknown }): Request => {
  const { originalUrl, url, headers } = incoming;
  // Express cuts the path that a handler is mounted on off `url`.
  const target = typeof originalUrl === "string" ? originalUrl : url;
  const read = readRequest({ ...pickMethod(incoming), url: target, headers });
  if (!read) return new Request(nowhere);
  const address = `http://${read.headers.get("host")}${read.path}${read.search}`;
  // A `URL` resolves dot segments, so that one path could become another.
  const isAsSent = new URL(address).pathname === read.path;
  return new Request(isAsSent ? address : nowhere, { method: read.method, headers: toHeaders(headers) });
};

// `Request` throws for these; the broker answers every method that it does not know alike.
const pickMethod = ({ method = "GET" }: NodeRequest) => ({
  method: /^(?:connect|trace|track)$/i.test(method) ? "POST" : method,
});

const toHeaders = (headers: NodeRequest["headers"]): Headers => {
  const all = new Headers();
  for (const [name, values] of Object.entries(headers))
    for (const value of [values ?? []].flat()) all.append(name, value);
  return all;
};
