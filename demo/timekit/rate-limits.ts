import type { App } from "./world-types.ts";

/** How many requests an app may make. */
export interface Limits {
  readonly perMinute: number;
  readonly perDayForTestApps: number;
}

/** Timekit's published limits: https://help.timekit.io/en/articles/5162753-timekit-s-rate-limiter */
export const publishedLimits: Limits = { perMinute: 600, perDayForTestApps: 3000 };

/** What Timekit does with a request: over the minute's limit 503, over the day's 429. */
export interface Spent {
  readonly verdict: "ok" | 503 | 429;
  /** How many more this minute allows. */
  readonly remaining: number;
}

export interface RateLimits {
  /** Counts a request, unless it is refused. */
  spend(app: App, nowMs: number): Spent;
  clear(): void;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Counts for each app apart, over the last minute and the last day. */
export const createRateLimits = (limits: Limits): RateLimits => {
  const spentAt = new Map<string, number[]>();
  return {
    spend: (app, nowMs) => {
      const times = (spentAt.get(app.id) ?? []).filter((at) => at > nowMs - dayMs);
      spentAt.set(app.id, times);
      const remaining = limits.perMinute - times.filter((at) => at > nowMs - minuteMs).length;
      if (remaining <= 0) return { verdict: 503, remaining: 0 };
      if (app.isTest && times.length >= limits.perDayForTestApps) return { verdict: 429, remaining };
      times.push(nowMs);
      return { verdict: "ok", remaining: remaining - 1 };
    },
    clear: () => spentAt.clear(),
  };
};
