import type { Runtime } from "../runtime.ts";
import { createCounter, createGauge, createHistogram } from "./prometheus.ts";

export interface Metrics extends Pick<Runtime, "observe"> {
  /** In Prometheus' text format. */
  readonly render: () => string;
}

/** What the broker's log says, as numbers. */
export const createMetrics = ({ now }: Pick<Runtime, "now">): Metrics => {
  const requests = createCounter({
    name: "timekit_broker_requests_total",
    help: "Requests by route, status and, for refusals, the log's reason.",
  });
  const cache = createCounter({
    name: "timekit_broker_cache_total",
    help: "Lookups by where they were answered from: hit, stale or miss.",
  });
  const upstream = createCounter({
    name: "timekit_broker_upstream_requests_total",
    help: "Requests to Timekit by how they ended.",
  });
  const durations = createHistogram({
    name: "timekit_broker_request_duration_seconds",
    help: "How long requests took.",
  });
  const upstreamDurations = createHistogram({
    name: "timekit_broker_upstream_duration_seconds",
    help: "How long requests to Timekit took.",
  });
  const storeFailures = createCounter({
    name: "timekit_broker_store_failures_total",
    help: "Times that the shared store could not be used, by reason.",
  });
  const expiries = createGauge({
    name: "timekit_broker_token_expires_seconds",
    help: "How long the client-token that was granted for a resource is still valid.",
    label: "resource_id",
    mostSeries: 1000,
  });
  let isStoreUp: boolean | undefined;
  return {
    observe: ({
      event,
      route = "other",
      status = 0,
      reason = "none",
      cache: result,
      outcome,
      duration_ms,
      resource_id,
      expires,
    }) => {
      if (event === "request") {
        requests.add({ route, status: String(status), reason });
        durations.observe(duration_ms ?? 0);
        if (result) cache.add({ result });
      }
      if (event === "upstream" && outcome) {
        upstream.add({ outcome });
        upstreamDurations.observe(duration_ms ?? 0);
      }
      if (event === "expiry" && resource_id !== undefined)
        expiries.set(resource_id, expires === undefined ? undefined : Date.parse(expires));
      if (event === "store") {
        isStoreUp = outcome === "up";
        if (!isStoreUp) storeFailures.add({ reason });
      }
    },
    render: () =>
      [requests, cache, upstream, durations, upstreamDurations].map((metric) => metric.render()).join("") +
      expiries.render((expiresAtMs) => Math.round((expiresAtMs - now()) / 1000)) +
      (isStoreUp === undefined ? "" : renderStore(isStoreUp) + storeFailures.render()),
  };
};

const renderStore = (isUp: boolean): string =>
  [
    "# HELP timekit_broker_store_up Whether the shared store is used: 1, or 0 while this process is by itself.",
    "# TYPE timekit_broker_store_up gauge",
    `timekit_broker_store_up ${isUp ? 1 : 0}`,
    "",
  ].join("\n");
