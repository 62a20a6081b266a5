import type { RequestListener } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Broker } from "../create-broker.ts";
import type { Metrics } from "../metrics/create-metrics.ts";
import { maySeeMetrics } from "../metrics/may-see-metrics.ts";
import type { BrokerEnvironment } from "../visit.ts";
import type { RefuseMalformed } from "./create-refuse-malformed.ts";

export interface ListenerOptions {
  readonly broker: Broker;
  readonly metrics: Pick<Metrics, "render">;
  readonly metricsToken: string | undefined;
  readonly refuseMalformed: Pick<RefuseMalformed, "asResponse">;
  readonly isStopping: () => boolean;
}

type Incoming = Pick<HttpBindings["incoming"], "socket" | "url">;

/** Node's requests to the broker's and its responses back; adds what only Node knows. */
export const createListener = (options: ListenerOptions): RequestListener => {
  const { broker, metrics, metricsToken, isStopping, refuseMalformed } = options;

  const describe = ({ url, socket }: Incoming, headers: Headers): BrokerEnvironment => {
    const clientAddress = socket.remoteAddress;
    const isForMetrics =
      url === "/metrics" && maySeeMetrics({ headers, peerAddress: clientAddress, token: metricsToken });
    return {
      clientAddress,
      isStopping: isStopping(),
      ...(isForMetrics && { renderMetrics: metrics.render }),
    };
  };

  const answer = getRequestListener(
    (request, { incoming }) => broker.fetch(request, describe(incoming, request.headers)),
    { errorHandler: refuseMalformed.asResponse },
  );
  return (incoming, outgoing) => {
    if (isStopping()) outgoing.shouldKeepAlive = false;
    void answer(incoming, outgoing);
  };
};
