import type { ClientCounter } from "../limits/limit-clients.ts";
import type { MaybePromise } from "../runtime.ts";
import type { OutboundBudget } from "../timekit/budget.ts";
import type { Lookup } from "../timekit/lookup.ts";

/** What was found out about a resource, and when. Plain data, so that a store can keep it as JSON. */
export interface CacheEntry {
  readonly lookup: Lookup;
  readonly storedAtMs: number;
  /** When a renewal was last asked for. */
  readonly renewedAtMs?: number;
  /** When Timekit last failed to give a newer one. */
  readonly failedAtMs?: number;
}

/** A broker's turn to ask Timekit about a resource. */
export interface Lease {
  /** Ends the turn; undefined while another broker has it. */
  readonly release: (() => void) | undefined;
  /** What is kept now: another broker may have asked meanwhile. */
  readonly kept: CacheEntry | undefined;
}

/** How old something kept may be, in milliseconds. */
export const ages = {
  fresh: 5 * 60_000,
  /** After it was fresh, and only while Timekit fails. */
  stale: 60 * 60_000,
  /** That there is no token. */
  none: 30_000,
  /** Between two renewals of a resource. */
  renewal: 30_000,
  /** Between two attempts to replace something stale. */
  failure: 10_000,
} as const;

/**
 * What a broker remembers and counts: alone, or together with others. Resources have their id in lower case.
 * Nothing here ever rejects: a store that fails is an empty one, and then counts for this broker alone.
 */
export interface Store extends ClientCounter, OutboundBudget {
  /** `isCurrent` asks for what all brokers know now; without it, what this one heard a moment ago will do. */
  readonly read: (
    id: string,
    options: { readonly isCurrent: boolean },
  ) => MaybePromise<CacheEntry | undefined>;
  readonly write: (id: string, kept: CacheEntry) => void;
  readonly acquireLease: (id: string) => MaybePromise<Lease>;
  /** Whether real visitors ask for the resource: on the owner's list, or with a token in the last day. */
  readonly isKnown: (id: string) => MaybePromise<boolean>;
  readonly remember: (id: string) => void;
  /** Counts a lookup of one resource: 0, or how long it must wait. */
  readonly countResource: (id: string) => MaybePromise<number>;
}
