import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { metricsPath } from "../answer-metrics.ts";
import type { AssembledBroker } from "../create-broker.ts";
import type { Metrics } from "../metrics/create-metrics.ts";
import type { Answer } from "../respond/answer.ts";
import type { BrokerEnvironment, Call } from "../visit.ts";
import type { RefuseMalformed } from "./create-refuse-malformed.ts";
import { createMaySeeMetrics } from "./may-see-metrics.ts";
import { readCall } from "./read-call.ts";

export interface ListenerOptions {
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

  const answer = (call: Call, incoming: IncomingMessage): Promise<Answer> => {
    const environment: BrokerEnvironment = {
      clientAddress: incoming.socket.remoteAddress,
      isStopping: isStopping(),
      renderMetrics: call.path === metricsPath && maySeeMetrics(call.headers) ? metrics.render : undefined,
    };
    return broker.reply(call, environment);
  };

  return (incoming, outgoing) => {
    if (isStopping()) outgoing.shouldKeepAlive = false;
    const call = readCall(incoming);
    if (call) void answer(call, incoming).then((reply) => write(reply, outgoing));
    else write(refuseMalformed.asReply(), outgoing);
  };
};

const write = ({ status, body, headers }: Answer, outgoing: ServerResponse): void => {
  if (body === null) outgoing.writeHead(status, headers).end();
  else {
    const length = { "Content-Length": Buffer.byteLength(body) };
    outgoing.writeHead(status, Object.assign(length, headers)).end(body);
  }
};
