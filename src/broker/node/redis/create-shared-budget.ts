import type { Store } from "../../cache/store.ts";
import type { Runtime } from "../../runtime.ts";
import { type Budget, createBudget, strangersShare } from "../../timekit/budget.ts";
import { answerMs, type Link } from "./create-link.ts";
import { longestPauseMs } from "./decide-pause.ts";

export interface SharedBudgetOptions {
  readonly link: Pick<Link, "ask" | "run" | "state">;
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
export const createSharedBudget = (options: SharedBudgetOptions): Pick<Store, "pause" | "spend"> => {
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
