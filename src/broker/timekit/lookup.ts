import type { GrantedResource } from "../../contract/grant.ts";
import type { ClientToken } from "../credentials/parse-client-token.ts";
import type { NoTokenReason } from "../refusal.ts";

/** What Timekit knows about a resource, reduced to what may leave. Plain data, so that a store can keep it as JSON. */
export type Lookup = (Holding & { readonly app: string }) | NoHolding;

/** A resource and its client-tokens, of which there is at least one. */
export interface Holding {
  readonly kind: "found";
  readonly resource: GrantedResource;
  readonly tokens: readonly ClientToken[];
  /** How far Timekit's clock is ahead of ours. */
  readonly clockAheadMs: number;
}

export interface NoHolding {
  readonly kind: "none";
  readonly reason: NoTokenReason;
}
