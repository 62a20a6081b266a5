import type { Runtime } from "../runtime.ts";
import { UpstreamError } from "./upstream-error.ts";

export interface Deadline {
  /** Aborts when the time is up or the work has ended. */
  readonly signal: AbortSignal;
  /** In the runtime's milliseconds since 1970. */
  readonly endsAtMs: number;
}

/**
 * Runs the work and gives up on it when the time is over, with an `UpstreamError` `timeout`.
 * The race makes the answer come in time also where a runtime is slow to honour the signal.
 */
export const withDeadline = async <Result>(
  durationMs: number,
  runtime: Pick<Runtime, "delay" | "now">,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> => {
  const ended = new AbortController();
  const expiry = runtime.delay(durationMs, ended.signal).then(() => {
    throw new UpstreamError("timeout");
  });
  // Where the work throws before it returns a promise, nobody waits for this one.
  expiry.catch(() => undefined);
  try {
    return await Promise.race([work({ signal: ended.signal, endsAtMs: runtime.now() + durationMs }), expiry]);
  } finally {
    ended.abort();
  }
};
