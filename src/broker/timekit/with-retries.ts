import type { Runtime } from "../runtime.ts";
import type { Deadline } from "./deadline.ts";
import { decideRetry } from "./decide-retry.ts";

export interface RetryOptions {
  readonly deadline: Deadline;
  readonly runtime: Pick<Runtime, "delay" | "now" | "random">;
}

/** Repeats work that fails in a way that may pass, within the deadline; throws the last failure. */
export const withRetries = async <Result>(
  work: () => Promise<Result>,
  { deadline, runtime }: RetryOptions,
): Promise<Result> => {
  for (let failures = 1; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const leftMs = deadline.endsAtMs - runtime.now();
      const waitMs = decideRetry(error, { failures, leftMs, random: runtime.random() });
      if (waitMs === undefined) throw error;
      await runtime.delay(waitMs, deadline.signal);
      // Nobody waits for it any more.
      if (deadline.signal.aborted) throw error;
    }
  }
};
