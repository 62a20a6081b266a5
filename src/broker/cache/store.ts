import type { Lookup } from "../timekit/lookup.ts";

/** What was found out about a resource, and when. Plain data, so that a store can keep it as JSON. */
export interface Kept {
  readonly lookup: Lookup;
  readonly storedAtMs: number;
  /** When a renewal was last asked for. */
  readonly renewedAtMs?: number;
  /** When Timekit last failed to give a newer one. */
  readonly failedAtMs?: number;
}

/** Where lookups are kept, under the resource's id in lower case. Never rejects: a store that fails is an empty one. */
export interface Store {
  readonly read: (id: string) => Promise<Kept | undefined>;
  readonly write: (id: string, kept: Kept) => Promise<void>;
}
