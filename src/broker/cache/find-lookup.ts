import type { GrantRequest } from "../../contract/grant-request.ts";
import { createRateLimit } from "../limits/rate-limit.ts";
import { Refusal } from "../refusal.ts";
import type { Runtime } from "../runtime.ts";
import type { Timekit } from "../timekit/create-timekit.ts";
import { withDeadline } from "../timekit/deadline.ts";
import { createFlights, type WaitUntil } from "../timekit/flights.ts";
import type { Lookup } from "../timekit/lookup.ts";
import { decideUse } from "./decide-use.ts";
import type { KnownResources } from "./known-resources.ts";
import type { Kept, Store } from "./store.ts";

/** Where an answer came from: kept and fresh, kept and old, or just fetched. */
export type CacheResult = "hit" | "stale" | "miss";

export interface CachedLookup {
  readonly lookup: Lookup;
  readonly cache: CacheResult;
}

export interface FindLookupOptions {
  readonly timekit: Timekit;
  readonly store: Store;
  readonly known: KnownResources;
  /** After how long a lookup gives up by itself. */
  readonly timeoutMs: number;
  readonly runtime: Pick<Runtime, "delay" | "now">;
}

/** Finds what Timekit holds for a resource, asking it as seldom as the rules of `decideUse` allow. Throws a `Refusal`. */
export type FindLookup = (request: GrantRequest, waitUntil: WaitUntil) => Promise<CachedLookup>;

// What is kept makes two lookups a minute enough; more of them mean that somebody tries to spend the budget.
const resourceLimit = { perMinute: 30, mostKeys: 10_000 };

// A flight gives up by itself; only one that its platform has ended is waited for so much longer.
const graceMs = 100;

export const createFindLookup = ({
  timekit,
  store,
  known,
  timeoutMs,
  runtime,
}: FindLookupOptions): FindLookup => {
  const flights = createFlights<Lookup>({ longestMs: timeoutMs + graceMs, now: runtime.now });

  const limit = createRateLimit({ ...resourceLimit, runtime });

  const fetchAndKeep = async (id: string, last: Partial<Kept>, waitUntil: WaitUntil): Promise<Lookup> => {
    const { renewedAtMs } = last;
    const waitMs = limit(id);
    if (waitMs > 0) throw new Refusal("rate-limited", "resource-limit", { retryAfterMs: waitMs });
    try {
      const lookup = await timekit.lookUp({ id, isKnown: known.isKnown(id), waitUntil });
      if (lookup.kind === "found") known.remember(id);
      await store.write(id, { lookup, storedAtMs: runtime.now(), ...(renewedAtMs && { renewedAtMs }) });
      return lookup;
    } catch (error) {
      if (isKept(last)) await store.write(id, { ...last, failedAtMs: runtime.now() });
      throw error;
    }
  };

  return async ({ resourceId: id, renew }, waitUntil) => {
    const kept = await store.read(id);
    const nowMs = runtime.now();
    const use = decideUse(kept, { nowMs, renew });
    if (use.kind === "serve") return { lookup: use.lookup, cache: use.isStale ? "stale" : "hit" };
    const last = { ...kept, ...(use.isRenewal && { renewedAtMs: nowMs }) };
    try {
      const lookup = await withDeadline(timeoutMs + graceMs, runtime, () =>
        flights.share(id, () => fetchAndKeep(id, last, waitUntil), waitUntil),
      );
      return { lookup, cache: "miss" };
    } catch (error) {
      if (!use.fallback || !(error instanceof Refusal)) throw error;
      return { lookup: use.fallback, cache: "stale" };
    }
  };
};

const isKept = (last: Partial<Kept>): last is Kept =>
  last.lookup !== undefined && last.storedAtMs !== undefined;
