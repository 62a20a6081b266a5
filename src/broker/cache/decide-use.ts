import { isUnexpired } from "../credentials/client-token.ts";
import { ages, type CacheEntry } from "../store/store.ts";
import type { Lookup } from "../timekit/lookup.ts";

/** Where an answer came from: kept and fresh, kept and old, or just fetched. */
export type CacheResult = "hit" | "stale" | "miss";

/** What to do with a request: answer with what is kept, or ask Timekit, with something to fall back on if that fails. */
export type CacheDecision =
  | { readonly kind: "serve"; readonly lookup: Lookup; readonly cache: CacheResult }
  | { readonly kind: "ask"; readonly isRenewal: boolean; readonly fallback: Lookup | undefined };

export interface UseOptions {
  readonly nowMs: number;
  readonly renew: boolean;
}

export const decideUse = (kept: CacheEntry | undefined, { nowMs, renew }: UseOptions): CacheDecision => {
  if (!kept || !isUsable(kept, nowMs)) return { kind: "ask", isRenewal: false, fallback: undefined };
  const { lookup } = kept;
  const isFresh = isWithin(kept.storedAtMs, lookup.kind === "none" ? ages.none : ages.fresh, nowMs);
  // A token that Timekit has refused is no fallback for its own renewal.
  if (renew && lookup.kind === "found" && !isWithin(kept.renewedAtMs, ages.renewal, nowMs))
    return { kind: "ask", isRenewal: true, fallback: undefined };
  if (isFresh) return { kind: "serve", lookup, cache: "hit" };
  return isWithin(kept.failedAtMs, ages.failure, nowMs)
    ? { kind: "serve", lookup, cache: "stale" }
    : { kind: "ask", isRenewal: false, fallback: lookup };
};

/** Whether it may be given out at all: neither too old nor without a token that has not expired. */
const isUsable = ({ lookup, storedAtMs }: CacheEntry, nowMs: number): boolean => {
  if (lookup.kind === "none") return isWithin(storedAtMs, ages.none, nowMs);
  const timekitNowMs = nowMs + lookup.clockAheadMs;
  return (
    isWithin(storedAtMs, ages.fresh + ages.stale, nowMs) &&
    lookup.tokens.some((token) => isUnexpired(token, timekitNowMs))
  );
};

/** Whether it happened less than so long ago; not if it seems to lie ahead, as after a clock was set back. */
const isWithin = (atMs: number | undefined, durationMs: number, nowMs: number): boolean =>
  atMs !== undefined && nowMs >= atMs && nowMs - atMs < durationMs;
