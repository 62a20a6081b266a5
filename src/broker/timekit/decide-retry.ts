import { UpstreamError } from "./upstream-error.ts";

export interface Attempt {
  /** How many attempts have failed, this one included. */
  readonly failures: number;
  /** How much of the deadline is left. */
  readonly leftMs: number;
  /** 0 up to, but not including, 1. */
  readonly random: number;
}

const mostRetries = 2;
const baseWaitMs = 200;

// With less than this left, an attempt would only turn a failure with a reason into a timeout.
const shortestAttemptMs = 100;

/**
 * How long to wait before the next attempt; undefined if there should be none.
 * Full jitter, since a crowd that waits equally long comes back as a crowd
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), but never sooner than `Retry-After`.
 */
export const decideRetry = (error: unknown, { failures, leftMs, random }: Attempt): number | undefined => {
  if (!(error instanceof UpstreamError) || !error.isRetryable || failures > mostRetries) return undefined;
  const jitterMs = random * baseWaitMs * 2 ** (failures - 1);
  const waitMs = Math.max(jitterMs, error.retryAfterMs ?? 0);
  return waitMs + shortestAttemptMs <= leftMs ? waitMs : undefined;
};
