import { createBoundedMap } from "../bounded-map.ts";
import type { Runtime } from "../runtime.ts";

/** How a look-up of a client's ended: with a token, or in vain. */
export type LookupOutcome = "found" | "missed";

/** A place in the order of clients. Compared one after the other; less is better. */
export type Rank = readonly [kind: 0 | 1 | 2, load: number];

/** Tells clients who ask for made-up ids from visitors, who find what they ask for. */
export interface ClientStanding {
  /** 1 is a visitor, 2 a stranger; among each, whoever has fewer look-ups waiting or in vain lately is better. */
  readonly rankOf: (client: string) => Rank;
  readonly recordOutcome: (client: string, outcome: LookupOutcome) => void;
  /** How many look-ups of the client's wait. */
  readonly waitingOf: (client: string) => number;
  /** Counts one more or one less that waits. */
  readonly wait: (client: string, change: 1 | -1) => void;
}

/** The place of what is the broker's own, or known to be real. */
export const bestRank: Rank = [0, 0];

export const isBefore = (a: Rank, b: Rank): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

const halfLifeMs = 60_000;

// A mistyped id or two make nobody a stranger.
const fewMisses = 3;

// About a hundred bytes each. A client that is forgotten starts afresh.
const mostClients = 20_000;

export const createClientStanding = ({ now }: Pick<Runtime, "now">): ClientStanding => {
  const records = createBoundedMap<{ readonly misses: number; readonly atMs: number }>(mostClients);
  const waiting = new Map<string, number>();

  /** Half of them are forgotten in a minute. */
  const missesOf = (client: string): number => {
    const record = records.get(client);
    return record ? record.misses * 2 ** (-Math.max(0, now() - record.atMs) / halfLifeMs) : 0;
  };

  const waitingOf = (client: string): number => waiting.get(client) ?? 0;

  return {
    rankOf: (client) => {
      const misses = missesOf(client);
      return [misses < fewMisses ? 1 : 2, misses + waitingOf(client)];
    },
    recordOutcome: (client, outcome) => {
      const misses = missesOf(client) + { found: -1, missed: 1 }[outcome];
      if (misses > 0) records.set(client, { misses, atMs: now() });
      else records.delete(client);
    },
    waitingOf,
    wait: (client, change) => {
      const count = waitingOf(client) + change;
      if (count > 0) waiting.set(client, count);
      else waiting.delete(client);
    },
  };
};
