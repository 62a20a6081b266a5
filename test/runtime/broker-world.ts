import type { BrokerSettings } from "../../src/broker/index.ts";
import { findLeaks } from "./find-leaks.ts";
import { startUpstream, type Upstream } from "./start-upstream.ts";
import { resourceId, secrets } from "./timekit-bodies.ts";

/** A broker that runs somewhere: in this process, as a server, in workerd. */
export interface RunningBroker {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** The lines of its log so far. */
  readonly readLog: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Starts a broker with these settings. */
export type StartBroker = (settings: BrokerSettings) => Promise<RunningBroker>;

export const pageOrigin = "https://www.example.com";

export const grantPath = `/client-token?resource_id=${resourceId}`;

export const fromPage = { headers: { Origin: pageOrigin } };

export const metricsToken = "canary-of-the-metrics";

export const withMetricsToken = { headers: { Authorization: `Bearer ${metricsToken}` } };

/** A broker, the Timekit that it asks, and everything that came out of it. */
export interface BrokerWorld {
  readonly upstream: Upstream;
  readonly broker: RunningBroker;
  /** Sends a request as the allowed page would, and keeps the answer for `findLeaks`. */
  readonly ask: (path?: string, init?: RequestInit) => Promise<Answered>;
  /** The names of the secrets that left: in an answer so far or in the log. */
  readonly findLeaks: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined if it is no object. */
  readonly json: unknown;
}

export const createBrokerWorld = async (
  startBroker: StartBroker,
  settings: Partial<BrokerSettings> = {},
): Promise<BrokerWorld> => {
  const upstream = await startUpstream();
  const broker = await startBroker({
    timekitApiKey: secrets.apiKey,
    allowedOrigins: [pageOrigin, "https://shop.example.com"],
    timekitApiUrl: upstream.url,
    upstreamTimeoutMs: 1000,
    ...settings,
  });
  const answers: string[] = [];
  return {
    upstream,
    broker,
    ask: async (path = grantPath, init = fromPage) => {
      const response = await broker.fetch(path, init);
      const text = await response.text();
      answers.push(JSON.stringify([...response.headers]), text);
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: text.startsWith("{") ? JSON.parse(text) : undefined,
      };
    },
    findLeaks: async () => findLeaks([...answers, ...(await broker.readLog())].join("\n")),
    close: async () => {
      await broker.close();
      await upstream.close();
    },
  };
};
