import type { ProblemCode } from "../contract/problem.ts";

/** Why a request is refused before anything is looked up. */
export type RequestReason = "bad-query" | "bad-origin" | "unknown-path" | "bad-method" | "malformed";

/** Why a request has to wait. */
export type LimitReason = "client-limit" | "resource-limit";

/** Why there is no token for a resource; callers cannot tell one from another. */
export type NoTokenReason = "not-listed" | "resource-absent" | "no-email" | "no-usable-credential";

/** Why Timekit gave no usable answer. */
export type UpstreamReason =
  | "network"
  | "redirect"
  | "key-refused"
  | "bad-status"
  | "rate-limited"
  | "unavailable"
  | "not-json"
  | "no-data"
  | "wrong-resource"
  | "too-large"
  | "no-app"
  | "timeout"
  | "budget-spent"
  | "breaker-open";

/** The cause that a log line names; a caller sees only the problem's code. */
export type Reason =
  | RequestReason
  | LimitReason
  | NoTokenReason
  | UpstreamReason
  | "misconfigured"
  | "internal";

export interface RefusalOptions {
  readonly cause?: unknown;
  /** How long the caller should wait before it asks again. */
  readonly retryAfterMs?: number | undefined;
  /** The methods that would be answered, for `Allow`. */
  readonly allow?: string | undefined;
}

/** Why a request gets a problem instead of a grant; thrown by the steps, caught once in `createBroker`. */
export class Refusal extends Error {
  // Written out, since the build shortens the names of classes.
  override readonly name: string = "Refusal";
  readonly code: ProblemCode;
  readonly reason: Reason;
  readonly retryAfterMs: number | undefined;
  readonly allow: string | undefined;

  constructor(code: ProblemCode, reason: Reason, options: RefusalOptions = {}) {
    super(`${code}: ${reason}`, { cause: options.cause });
    this.code = code;
    this.reason = reason;
    this.retryAfterMs = options.retryAfterMs;
    this.allow = options.allow;
  }
}
