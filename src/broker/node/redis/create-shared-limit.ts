import { createBoundedMap } from "../../bounded-map.ts";
import { createRateLimit, type RateLimitOptions } from "../../limits/rate-limit.ts";
import type { Runtime } from "../../runtime.ts";
import type { Link } from "./create-link.ts";
import { toNumbers } from "./open-connection.ts";

export interface SharedLimitOptions extends Omit<RateLimitOptions, "fullAtMs" | "runtime"> {
  readonly link: Pick<Link, "run">;
  readonly keyOf: (key: string) => string;
  /** Up to which part of the limit a key is answered first and reported afterwards. */
  readonly trust: number;
  readonly runtime: Pick<Runtime, "now">;
}

const minuteMs = 60_000;

/**
 * A limit that brokers share. While a key has used little of its minute, this broker decides by what it knows and
 * reports at once, so that nobody waits; beyond that it asks first. What several brokers let through at the same moment
 * can exceed the limit only by what is on its way in reports, and is counted. Without the store it counts alone.
 */
export const createSharedLimit = (options: SharedLimitOptions): ((key: string) => Promise<number>) => {
  const { link, keyOf, trust, runtime, perMinute, mostKeys } = options;
  const fullAtMs = createBoundedMap<number>(mostKeys);
  const countHere = createRateLimit({ perMinute, mostKeys, fullAtMs, runtime });
  const words = [String(Math.round((minuteMs / perMinute) * 1000)), String(minuteMs * 1000)];

  const countThere = async (key: string, how: "asked" | "reported"): Promise<number | undefined> => {
    const answer = await link.run("count", [keyOf(key)], [...words, how]);
    const [wait, used] = toNumbers(answer, 2) ?? [];
    if (wait === undefined || used === undefined) return undefined;
    fullAtMs.set(key, Math.max(fullAtMs.get(key) ?? 0, runtime.now() + used / 1000));
    return wait / 1000;
  };

  return async (key) => {
    const usedMs = Math.max(0, (fullAtMs.get(key) ?? 0) - runtime.now());
    if (usedMs >= trust * minuteMs) return (await countThere(key, "asked")) ?? countHere(key);
    const waitMs = countHere(key);
    if (waitMs === 0) void countThere(key, "reported");
    return waitMs;
  };
};
