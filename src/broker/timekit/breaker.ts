import type { Runtime } from "../runtime.ts";
import { type BreakerEvent, closedBreaker, enterBreaker, leaveBreaker } from "./breaker-state.ts";
import { UpstreamError } from "./upstream-error.ts";

export interface Breaker {
  /** Does the work, or throws an `UpstreamError` `breaker-open` at once while Timekit is known to be out of order. */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** A circuit breaker with one half-open probe: while Timekit is down nobody waits for it, and it is not asked in vain. */
export const createBreaker = ({ now }: Pick<Runtime, "now">): Breaker => {
  let state = closedBreaker;
  return {
    run: async (work) => {
      const entered = enterBreaker(state, now());
      if (!entered) {
        const untilMs = state.kind === "open" ? state.untilMs : now();
        throw new UpstreamError("breaker-open", { retryAfterMs: untilMs - now() });
      }
      state = entered;
      try {
        const result = await work();
        state = leaveBreaker(state, "answered", now());
        return result;
      } catch (error) {
        state = leaveBreaker(state, toEvent(error), now());
        throw error;
      }
    },
  };
};

const toEvent = (error: unknown): BreakerEvent => {
  if (!(error instanceof UpstreamError) || error.reason === "budget-spent") return "not-asked";
  return error.isRetryable || error.reason === "timeout" ? "outage" : "answered";
};
