import { createBoundedMap } from "../../bounded-map.ts";
import { createRateLimit, type RateLimitOptions } from "../../limits/rate-limit.ts";
import type { Runtime } from "../../runtime.ts";
import { type Budget, createBudget, strangersShare } from "../../timekit/budget.ts";
import type { Store } from "../store.ts";
import { toNumbers } from "./connection.ts";
import { answerMs, type StoreConnection, longestPauseMs } from "./store-connection.ts";

interface SharedLimitOptions extends Omit<RateLimitOptions, "fullAtMs" | "runtime"> {
  readonly link: Pick<StoreConnection, "run">;
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
export const createRedisLimit = (options: SharedLimitOptions): ((key: string) => Promise<number>) => {
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

interface SharedBudgetOptions {
  readonly link: Pick<StoreConnection, "ask" | "run" | "state">;
  readonly keys: readonly [all: string, strangers: string, pause: string];
  readonly perSecond: number;
  /** How many brokers there were when the store last told; at least this one. */
  readonly brokers: () => number;
  readonly runtime: Pick<Runtime, "now">;
}

const secondMs = 1000;

/** A request that the store has allowed is sent before the answer is too late, so windows this much longer hold in every window of a second. */
const windowMs = secondMs + answerMs;

/** After an outage the others may go on by themselves for this long; what they send until then is reported to the store. */
const settleMs = longestPauseMs + windowMs;

/**
 * The budget that brokers share. Without the store each has an equal part, by the number of brokers that were there last.
 * In the second in which the store goes, what it has allowed and these parts can meet; a minute has room for that, since
 * its windows are longer than a second.
 */
export const createRedisBudget = (options: SharedBudgetOptions): Pick<Store, "pause" | "spend"> => {
  const { link, keys, perSecond, brokers, runtime } = options;
  let alone: Budget | undefined;

  const spendThere = async (isKnown: boolean, how: "asked" | "reported"): Promise<number | undefined> => {
    const limits = [perSecond, strangersShare(perSecond)].map(String);
    const whose = isKnown ? "known" : "stranger";
    const answer = await link.run("spend", keys, [String(windowMs), ...limits, whose, how]);
    return typeof answer === "number" ? answer : undefined;
  };

  const spendAlone = (isKnown: boolean): number => {
    const part = Math.max(1, Math.floor(perSecond / brokers()));
    alone ??= createBudget({ perSecond: part, runtime });
    return alone.spend(isKnown);
  };

  const spend: Store["spend"] = async (isKnown) => {
    const state = link.state();
    if (state.kind === "down") return spendAlone(isKnown);
    if (!state.isFirst && runtime.now() - state.sinceMs < settleMs) {
      const waitMs = spendAlone(isKnown);
      if (waitMs === 0) void spendThere(isKnown, "reported");
      return waitMs;
    }
    const waitMs = await spendThere(isKnown, "asked");
    if (waitMs === undefined) return spendAlone(isKnown);
    alone = undefined;
    return waitMs;
  };

  return {
    spend,
    pause: (durationMs) => void link.ask("SET", keys[2], "1", "PX", String(Math.ceil(durationMs))),
  };
};
