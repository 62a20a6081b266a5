import { type BoundedMap, createBoundedMap } from "../bounded-map.ts";
import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";

/** Counts one event for a key: 0, or how long to wait if there were too many. */
type RateLimit = (key: string) => number;

export interface RateLimitOptions {
  readonly perMinute: number;
  /** How many keys are remembered. */
  readonly mostKeys: number;
  /** Until when each key has used its events up; its own map, unless somebody else has to know. */
  readonly fullAtMs?: BoundedMap<number>;
  readonly runtime: Pick<Runtime, "now">;
}

const minuteMs = 60_000;

/**
 * Lets a whole minute's worth through at once and then one for each that has become free: the generic cell rate
 * algorithm, which needs one number for a key (https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm).
 */
export const createRateLimit = ({
  perMinute,
  mostKeys,
  fullAtMs = createBoundedMap<number>(mostKeys),
  runtime,
}: RateLimitOptions): RateLimit => {
  const intervalMs = minuteMs / perMinute;
  return (key) => {
    const nowMs = runtime.now();
    const known = fullAtMs.get(key) ?? nowMs;
    // More than a minute ahead means that the clock was set back.
    const fromMs = known > nowMs + minuteMs ? nowMs : Math.max(known, nowMs);
    const waitMs = fromMs + intervalMs - nowMs - minuteMs;
    // Sums of fractions are off by less than this.
    if (waitMs > 0.001) return waitMs;
    fullAtMs.set(key, fromMs + intervalMs);
    return 0;
  };
};

type Limit = Omit<RateLimitOptions, "runtime">;

/** Requests of one client. The keys are about 10 MB when full; beyond it the oldest are forgotten, which gives each of them a new minute. */
export const clientLimit = ({ rateLimitPerMinute }: Pick<Settings, "rateLimitPerMinute">): Limit => ({
  perMinute: rateLimitPerMinute,
  mostKeys: 50_000,
});

/** Lookups of one resource. What is kept makes two a minute enough; more of them mean that somebody tries to spend the budget. */
export const resourceLimit: Limit = { perMinute: 30, mostKeys: 10_000 };
