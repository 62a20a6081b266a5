import type { LogEntry } from "./log.ts";
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
export interface Call {
  readonly method: string;
  /** The path as it was sent, on a platform that shows it so. */
  readonly path: string;
  /** The query with its question mark; empty where there is none. */
  readonly search: string;
  readonly headers: RequestHeaders;
}

/** One request on its way through the broker. */
export interface Visit {
  readonly requestId: string;
  readonly startedAtMs: number;
  readonly method: string;
  readonly headers: RequestHeaders;
  readonly path: string;
  readonly search: string;
  /** The request's origin if it is on the list, else null. */
  readonly listedOrigin: string | null;
  readonly environment: BrokerEnvironment;
  readonly waitUntil: WaitUntil;
  /** What the request's line in the log will say. */
  readonly facts: Partial<LogEntry>;
  /** Adds to these facts. */
  readonly note: (facts: Partial<LogEntry>) => void;
}
