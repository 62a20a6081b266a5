import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { AssembledBroker } from "../create-broker.ts";
import type { Metrics } from "../metrics/create-metrics.ts";
import type { BrokerEnvironment, IncomingRequest, RequestHeaders } from "../request-context.ts";
import type { HttpReply } from "../respond/reply.ts";
import { metricsPath } from "../router.ts";
import type { RefuseMalformed } from "./refuse-malformed.ts";

interface ListenerOptions {
  readonly broker: Pick<AssembledBroker, "reply">;
  readonly metrics: Pick<Metrics, "render">;
  readonly metricsToken: string | undefined;
  readonly refuseMalformed: Pick<RefuseMalformed, "asReply">;
  readonly isStopping: () => boolean;
}

/**
 * Node's requests to the broker's calls and its replies back; adds what only Node knows. Straight to the socket: building
 * a `Request` and a `Response` in between takes as long as the answer itself.
 */
export const createListener = (options: ListenerOptions): RequestListener => {
  const { broker, metrics, metricsToken, isStopping, refuseMalformed } = options;
  const maySeeMetrics = createMaySeeMetrics(metricsToken);

  const answer = (call: IncomingRequest, incoming: IncomingMessage): Promise<HttpReply> => {
    const environment: BrokerEnvironment = {
      clientAddress: incoming.socket.remoteAddress,
      isStopping: isStopping(),
      renderMetrics: call.path === metricsPath && maySeeMetrics(call.headers) ? metrics.render : undefined,
    };
    return broker.reply(call, environment);
  };

  return (incoming, outgoing) => {
    if (isStopping()) outgoing.shouldKeepAlive = false;
    const call = readRequest(incoming);
    if (call) void answer(call, incoming).then((reply) => write(reply, outgoing));
    else write(refuseMalformed.asReply(), outgoing);
  };
};

const write = ({ status, body, headers }: HttpReply, outgoing: ServerResponse): void => {
  if (body === null) outgoing.writeHead(status, headers).end();
  else {
    const length = { "Content-Length": Buffer.byteLength(body) };
    outgoing.writeHead(status, Object.assign(length, headers)).end(body);
  }
};

/**
 * What the broker reads of a request of Node's; undefined where its target or its `Host` is none. The target is only cut
 * into path and query: whatever a `URL` would resolve or decode in it could turn one path into another.
 */
export const readRequest = (
  incoming: Pick<IncomingMessage, "headers" | "method" | "url">,
): IncomingRequest | undefined => {
  const { method = "", url = "", headers } = incoming;
  if (!isHost(headers.host ?? "")) return undefined;
  const target = url.replace(proxyForm, "");
  if (!target.startsWith("/")) return undefined;
  const pathEnd = target.indexOf("?");
  return pathEnd < 0
    ? { method, path: target, search: "", headers: toHeaders(headers) }
    : { method, path: target.slice(0, pathEnd), search: target.slice(pathEnd), headers: toHeaders(headers) };
};

// A name or address with a port, as browsers and proxies write it, and nothing that could begin a path or a query.
const host = String.raw`(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?`;

// Servers must understand the form of a target that proxies are sent: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
const proxyForm = new RegExp(`^https?://${host}(?=/)`, "i");

const wholeHost = new RegExp(`^${host}$`, "i");

const isHost = (text: string): boolean => wholeHost.test(text) && URL.canParse(`http://${text}`);

const toHeaders = (headers: IncomingMessage["headers"]): RequestHeaders => ({
  get: (name) => {
    const value = headers[name];
    return (Array.isArray(value) ? value.join(", ") : value) ?? null;
  },
  has: (name) => headers[name] !== undefined,
});

/** Whether these headers may see the metrics. */
type MaySeeMetrics = (headers: RequestHeaders) => boolean;

/**
 * Lets through whoever sends METRICS_TOKEN as Bearer; without the setting nobody. Where a request comes from says nothing:
 * behind a proxy that adds no header, everybody seems to be on this machine.
 */
export const createMaySeeMetrics = (token: string | undefined): MaySeeMetrics => {
  if (token === undefined) return () => false;
  const expected = hash(`Bearer ${token}`);
  return (headers) => timingSafeEqual(hash(headers.get("authorization") ?? ""), expected);
};

/** Equally long for all texts, as `timingSafeEqual` needs them. */
const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
