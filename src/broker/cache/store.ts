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

/** A broker's turn to ask Timekit about a resource. */
export interface Turn {
  /** Ends the turn; undefined while another broker has it. */
  readonly giveBack: (() => void) | undefined;
  /** What is kept now: another broker may have asked meanwhile. */
  readonly kept: Kept | undefined;
}

/** Now where nothing has to be waited for, since promises are a good part of what a warm answer costs. */
export type Soon<Value> = Value | Promise<Value>;

/**
 * What a broker remembers and counts: alone, or together with others. Resources have their id in lower case.
 * Nothing here ever rejects: a store that fails is an empty one, and then counts for this broker alone.
 */
export interface Store {
  /** `isCurrent` asks for what all brokers know now; without it, what this one heard a moment ago will do. */
  readonly read: (id: string, options: { readonly isCurrent: boolean }) => Soon<Kept | undefined>;
  readonly write: (id: string, kept: Kept) => void;
  readonly takeTurn: (id: string) => Soon<Turn>;
  /** Whether real visitors ask for the resource: on the owner's list, or with a token in the last day. */
  readonly isKnown: (id: string) => Soon<boolean>;
  readonly remember: (id: string) => void;
  /** Counts a client's request: 0, or how long it must wait. */
  readonly countClient: (client: string) => Soon<number>;
  /** The same for lookups of one resource. */
  readonly countResource: (id: string) => Soon<number>;
  /** Counts one request to Timekit: 0, or how long until it may be sent. */
  readonly spend: (isKnown: boolean) => Soon<number>;
  /** Tells the others that nothing may be sent to Timekit for so long; this broker knows it already. */
  readonly pause: (durationMs: number) => void;
}
