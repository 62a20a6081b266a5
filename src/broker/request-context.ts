import type { LogEntry, LoggedRequest } from "./log.ts";
import { Refusal } from "./refusal.ts";
import type { Runtime } from "./runtime.ts";
import type { Settings } from "./settings/settings.ts";
import type { WaitUntil } from "./timekit/flights.ts";

/** What the platform knows about a request and the request itself cannot tell. */
export interface BrokerEnvironment {
  /** The address of the connection's other end, or of the client where the platform vouches for it. */
  readonly clientAddress?: string | undefined;
  /** A Worker's rate limit binding, which then counts the clients. */
  readonly rateLimiter?: RateLimiter | undefined;
  /** The text of `/metrics`, where the platform has one and this client may see it. */
  readonly renderMetrics?: (() => string) | undefined;
  /** Whether the server has been told to stop; `/readyz` then says so. */
  readonly isStopping?: boolean | undefined;
}

/** Counts a request under a key and says whether it may pass. */
export interface RateLimiter {
  readonly limit: (options: { readonly key: string }) => Promise<{ readonly success: boolean }>;
}

/** The part of a Worker's context that the broker uses. */
export interface BrokerContext {
  readonly waitUntil: WaitUntil;
}

/** The headers of a request, as every platform can give them. */
export type RequestHeaders = Pick<Headers, "get" | "has">;

/** What the broker reads of a request. */
export interface IncomingRequest {
  readonly method: string;
  /** The path as it was sent, on a platform that shows it so. */
  readonly path: string;
  /** The query with its question mark; empty where there is none. */
  readonly search: string;
  readonly headers: RequestHeaders;
}

/** One request on its way through the broker. */
export interface RequestContext extends LoggedRequest {
  readonly method: string;
  readonly headers: RequestHeaders;
  readonly path: string;
  readonly search: string;
  /** The request's origin if it is on the list, else null. */
  readonly listedOrigin: string | null;
  readonly environment: BrokerEnvironment;
  readonly waitUntil: WaitUntil;
  /** Adds to what the request's line in the log will say. */
  readonly addLogFields: (fields: Partial<LogEntry>) => void;
}

/** What the broker reads of a platform's request. */
export const toIncomingRequest = ({ method, url, headers }: Request): IncomingRequest => {
  const { pathname, search } = new URL(url);
  return { method, path: pathname, search, headers };
};

/** Gives a request an id of ours, and reads what all steps need. */
export const createOpenContext =
  (settings: Pick<Settings, "allowedOrigins">, runtime: Pick<Runtime, "createRequestId" | "now">) =>
  (
    call: IncomingRequest,
    environment: BrokerEnvironment,
    platform: BrokerContext | undefined,
  ): RequestContext => {
    const origin = call.headers.get("origin");
    const listedOrigin = origin !== null && settings.allowedOrigins.has(origin) ? origin : null;
    const logFields: Partial<LogEntry> = listedOrigin === null ? {} : { origin: listedOrigin };
    return {
      requestId: runtime.createRequestId(),
      startedAtMs: runtime.now(),
      method: call.method,
      headers: call.headers,
      path: call.path,
      search: call.search,
      listedOrigin,
      environment,
      waitUntil: (work) => platform?.waitUntil(work),
      logFields,
      addLogFields: (more) => Object.assign(logFields, more),
    };
  };

/** Throws a `Refusal` unless the request's method is one of these. */
export const checkMethod = (context: RequestContext, methods: readonly string[]): void => {
  const { method } = context;
  if (!methods.includes(method))
    throw new Refusal("method-not-allowed", "bad-method", { allow: methods.join(", ") });
  context.addLogFields({ method });
};
