import { createSlidingWindow } from "../limits/sliding-window.ts";
import type { Runtime } from "../runtime.ts";
import { UpstreamError } from "./upstream-error.ts";

export interface Budget {
  /** Counts one request to Timekit, or throws an `UpstreamError` `budget-spent` if it must not be sent. */
  readonly spend: (isKnown: boolean) => void;
}

export interface BudgetOptions {
  readonly perSecond: number;
  readonly runtime: Pick<Runtime, "now">;
}

/**
 * Keeps the broker below Timekit's limit, 10 a second and 600 a minute for an app, whatever comes in.
 * Resources that are not known to be real get at most half: strangers with random ids cannot shut visitors out.
 */
export const createBudget = ({ perSecond, runtime }: BudgetOptions): Budget => {
  const all = createWindows(perSecond);
  const strangers = createWindows(Math.max(1, Math.floor(perSecond / 2)));
  return {
    spend: (isKnown) => {
      const nowMs = runtime.now();
      const windows = isKnown ? all : [...all, ...strangers];
      const waitMs = Math.max(...windows.map((window) => window.waitMs(nowMs)));
      if (waitMs > 0) throw new UpstreamError("budget-spent", { retryAfterMs: waitMs });
      for (const window of windows) window.add(nowMs);
    },
  };
};

const createWindows = (perSecond: number) => [
  createSlidingWindow({ limit: perSecond, windowMs: 1000 }),
  createSlidingWindow({ limit: perSecond * 60, windowMs: 60_000 }),
];
