import type { GrantRequest } from "../../contract/grant-request.ts";
import { Refusal } from "../refusal.ts";
import type { Runtime } from "../runtime.ts";
import type { CacheEntry, Store } from "../store/store.ts";
import type { Timekit } from "../timekit/create-timekit.ts";
import { withDeadline } from "../timekit/deadline.ts";
import { createFlights, graceMs, type WaitUntil } from "../timekit/flights.ts";
import type { Lookup } from "../timekit/lookup.ts";
import { UpstreamError } from "../timekit/upstream-error.ts";
import { type CacheResult, decideUse } from "./decide-use.ts";

export interface CachedLookup {
  readonly lookup: Lookup;
  readonly cache: CacheResult;
}

export interface FindLookupOptions {
  readonly timekit: Timekit;
  readonly store: Store;
  /** After how long a lookup gives up by itself. */
  readonly timeoutMs: number;
  readonly runtime: Pick<Runtime, "delay" | "now">;
}

/** Finds what Timekit holds for a resource, asking it as seldom as the rules of `decideUse` allow. Throws a `Refusal`. */
export type FindLookup = (request: LookupRequest, waitUntil: WaitUntil) => Promise<CachedLookup>;

export interface LookupRequest extends GrantRequest {
  /** The key under which whoever asks is counted. */
  readonly client: string;
}

/** What is known of a resource when Timekit is asked about it. */
interface Last {
  readonly id: string;
  readonly client: string;
  readonly kept: CacheEntry | undefined;
  readonly renewal: Pick<CacheEntry, "renewedAtMs">;
}

// How often to look whether the broker that has the turn is done.
const pollMs = 50;

export const createFindLookup = ({ timekit, store, timeoutMs, runtime }: FindLookupOptions): FindLookup => {
  const flights = createFlights<CachedLookup>({ longestMs: timeoutMs + graceMs, now: runtime.now });

  const fetchAndKeep = async ({ id, client, kept, renewal }: Last, waitUntil: WaitUntil): Promise<Lookup> => {
    const [waitMs, isKnown] = await Promise.all([store.countResource(id), store.isKnown(id)]);
    if (waitMs > 0) throw new Refusal("rate-limited", "resource-limit", { retryAfterMs: waitMs });
    try {
      const lookup = await timekit.lookUp({ id, client, isKnown, waitUntil });
      if (lookup.kind === "found") store.remember(id);
      store.write(id, { lookup, storedAtMs: runtime.now(), ...renewal });
      return lookup;
    } catch (error) {
      if (kept) store.write(id, { ...kept, ...renewal, failedAtMs: runtime.now() });
      throw error;
    }
  };

  /** Asks Timekit when it is this broker's turn, unless another one has done so meanwhile. */
  const fetchInTurn = async (
    { resourceId: id, renew, client }: LookupRequest,
    waitUntil: WaitUntil,
  ): Promise<CachedLookup> => {
    const lastMs = runtime.now() + timeoutMs;
    while (runtime.now() <= lastMs) {
      const { release, kept } = await store.acquireLease(id);
      try {
        const nowMs = runtime.now();
        const use = decideUse(kept, { nowMs, renew });
        if (use.kind === "serve") return use;
        const renewedAtMs = use.isRenewal ? nowMs : kept?.renewedAtMs;
        const last = { id, client, kept, renewal: renewedAtMs === undefined ? {} : { renewedAtMs } };
        if (release) return { lookup: await fetchAndKeep(last, waitUntil), cache: "miss" };
      } finally {
        release?.();
      }
      await runtime.delay(pollMs, new AbortController().signal);
    }
    throw new UpstreamError("timeout");
  };

  return async (request, waitUntil) => {
    const { resourceId: id, renew, client } = request;
    const kept = await store.read(id, { isCurrent: renew });
    const use = decideUse(kept, { nowMs: runtime.now(), renew });
    if (use.kind === "serve") return use;
    timekit.join({ id, client });
    try {
      return await withDeadline(timeoutMs + graceMs, runtime, () =>
        flights.share(id, () => fetchInTurn(request, waitUntil), waitUntil),
      );
    } catch (error) {
      if (!use.fallback || !(error instanceof Refusal)) throw error;
      return { lookup: use.fallback, cache: "stale" };
    }
  };
};
