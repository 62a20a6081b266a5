import { createSlidingWindow } from "../limits/sliding-window.ts";
import type { Runtime, MaybePromise } from "../runtime.ts";

/** The budget of requests to Timekit: this broker's own, or one that several share. */
export interface OutboundBudget {
  /** Counts one request to Timekit: 0, or how long until it may be sent. */
  readonly spend: (isKnown: boolean) => MaybePromise<number>;
  /** Tells the others that nothing may be sent to Timekit for so long; this broker knows it already. */
  readonly pause: (durationMs: number) => void;
}

export interface Budget {
  /** Counts one request to Timekit: 0, or how long until it may be sent. */
  readonly spend: (isKnown: boolean) => number;
}

export interface BudgetOptions {
  readonly perSecond: number;
  readonly runtime: Pick<Runtime, "now">;
}

const windowMs = 1000;

/**
 * Keeps the broker below Timekit's limit, 10 a second and 600 a minute for an app, whatever comes in: a minute is sixty
 * windows of a second, so what holds in each of those holds in it.
 * Strangers get at most half: whoever asks for random ids cannot shut visitors out.
 */
export const createBudget = ({ perSecond, runtime }: BudgetOptions): Budget => {
  const all = createSlidingWindow({ limit: perSecond, windowMs });
  const strangers = createSlidingWindow({ limit: strangersShare(perSecond), windowMs });
  return {
    spend: (isKnown) => {
      const nowMs = runtime.now();
      const waitMs = Math.max(all.waitMs(nowMs), isKnown ? 0 : strangers.waitMs(nowMs));
      if (waitMs > 0) return waitMs;
      all.add(nowMs);
      if (!isKnown) strangers.add(nowMs);
      return 0;
    },
  };
};

/** How much of a second's budget is for strangers. */
export const strangersShare = (perSecond: number): number => Math.max(1, Math.floor(perSecond / 2));
