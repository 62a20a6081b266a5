import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import type { AssembledBroker } from "../create-broker.ts";
import type { Metrics } from "../metrics/create-metrics.ts";
import type { BrokerEnvironment, IncomingRequest, RequestHeaders } from "../request-context.ts";
import type { HttpReply } from "../respond/reply.ts";
import { ownPaths } from "../settings/converters.ts";
import { findPeer, readRequest, write } from "./node-http.ts";
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
      clientAddress: findPeer(incoming.socket),
      isStopping: isStopping(),
      renderMetrics:
        call.path === ownPaths.metrics && maySeeMetrics(call.headers) ? metrics.render : undefined,
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
