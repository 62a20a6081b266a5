import type { Settings } from "../settings/settings.ts";
import type { RateLimitOptions } from "./rate-limit.ts";

type Limit = Omit<RateLimitOptions, "runtime">;

/** Requests of one client. The keys are about 10 MB when full; beyond it the oldest are forgotten, which gives each of them a new minute. */
export const clientLimit = ({ rateLimitPerMinute }: Pick<Settings, "rateLimitPerMinute">): Limit => ({
  perMinute: rateLimitPerMinute,
  mostKeys: 50_000,
});

/** Lookups of one resource. What is kept makes two a minute enough; more of them mean that somebody tries to spend the budget. */
export const resourceLimit: Limit = { perMinute: 30, mostKeys: 10_000 };
