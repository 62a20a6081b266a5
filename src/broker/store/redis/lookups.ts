import { createBoundedMap } from "../../bounded-map.ts";
import type { Runtime } from "../../runtime.ts";
import { createFlights } from "../../timekit/flights.ts";
import { createMemoryLookups } from "../memory.ts";
import { ages, type CacheEntry, type Store } from "../store.ts";
import { type Reply, toList } from "./connection.ts";
import type { Records, StoreClock } from "./record.ts";
import { answerMs, type StoreConnection } from "./store-connection.ts";

export interface SharedLookupsOptions {
  readonly link: Pick<StoreConnection, "ask" | "run">;
  readonly records: Records;
  readonly clock: () => StoreClock;
  /** The key in the store of what is kept about a resource. */
  readonly keyOf: (kind: "kept" | "turn", id: string) => string;
  /** Whose turns they are. */
  readonly broker: string;
  /** How long a turn can last at most. */
  readonly turnMs: number;
  readonly runtime: Pick<Runtime, "now">;
}

/**
 * For how long what the store has said is not asked for again: a warm answer needs no way to the store, and what another
 * broker has found out or renewed is known here a moment later. Renewals and turns always ask.
 */
const heardMs = 5000;

const mostHeard = 10_000;

/** Lookups that brokers share, each with its own copy in memory, which also serves while the store is gone. */
export const createRedisLookups = (
  options: SharedLookupsOptions,
): Pick<Store, "read" | "acquireLease" | "write"> => {
  const { link, records, clock, keyOf, broker, turnMs, runtime } = options;
  const memory = createMemoryLookups();
  const heardAtMs = createBoundedMap<number>(mostHeard);
  const readings = createFlights<CacheEntry | undefined>({ longestMs: 2 * answerMs, now: runtime.now });

  /** Puts what the store has said beside what is here; the newer one counts, in case that the store has lost or missed it. */
  const learn = (id: string, answer: Reply | undefined): CacheEntry | undefined => {
    const mine = memory.read(id);
    const theirs = typeof answer === "string" ? records.read(id, answer, clock()) : undefined;
    if (!theirs || (mine && isNewer(mine, theirs))) return mine;
    const kept = notAhead(theirs, runtime.now());
    memory.write(id, kept);
    return kept;
  };

  const ask = async (id: string): Promise<CacheEntry | undefined> => {
    // Before the answer is there: until then, this broker's own copy is as good as it was.
    heardAtMs.set(id, runtime.now());
    return learn(id, await link.ask("GET", keyOf("kept", id)));
  };

  const hasHeard = (id: string): boolean => {
    const agoMs = runtime.now() - (heardAtMs.get(id) ?? Number.NEGATIVE_INFINITY);
    return agoMs >= 0 && agoMs < heardMs;
  };

  return {
    read: async (id, { isCurrent }) => {
      const mine = memory.read(id);
      if (mine && !isCurrent && hasHeard(id)) return mine;
      return readings.share(
        id,
        () => ask(id),
        () => undefined,
      );
    },
    write: (id, kept) => {
      memory.write(id, kept);
      heardAtMs.set(id, runtime.now());
      const leftMs = Math.ceil(kept.storedAtMs + lifeMs(kept) - runtime.now());
      // Not awaited: the next command on this connection comes after it, and so does what another broker reads.
      if (leftMs <= 0) return;
      const text = records.write(id, kept, clock());
      void link.ask("SET", keyOf("kept", id), text, "PX", String(leftMs));
    },
    acquireLease: async (id) => {
      const key = keyOf("turn", id);
      const answer = await link.run("acquireLease", [key, keyOf("kept", id)], [broker, String(turnMs)]);
      const [taken, text] = toList(answer) ?? [];
      const kept = learn(id, text);
      // Without a store, everybody is alone.
      if (taken === 0) return { release: undefined, kept };
      return { release: () => void link.run("release", [key], [broker]), kept };
    },
  };
};

const lifeMs = ({ lookup }: CacheEntry): number =>
  lookup.kind === "none" ? ages.none : ages.fresh + ages.stale;

const lastChangeMs = ({ renewedAtMs = 0, failedAtMs = 0 }: CacheEntry): number =>
  Math.max(renewedAtMs, failedAtMs);

/** A copy of the same counts as older: the store's is what the others see. */
const isNewer = (mine: CacheEntry, theirs: CacheEntry): boolean =>
  mine.storedAtMs === theirs.storedAtMs
    ? lastChangeMs(mine) > lastChangeMs(theirs)
    : mine.storedAtMs > theirs.storedAtMs;

/** Clocks are compared to a few milliseconds, so what another broker has just written may seem to lie ahead. */
const notAhead = (kept: CacheEntry, nowMs: number): CacheEntry => ({
  ...kept,
  storedAtMs: Math.min(kept.storedAtMs, nowMs),
  ...(kept.renewedAtMs !== undefined && { renewedAtMs: Math.min(kept.renewedAtMs, nowMs) }),
  ...(kept.failedAtMs !== undefined && { failedAtMs: Math.min(kept.failedAtMs, nowMs) }),
});
