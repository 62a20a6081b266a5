import { isRecord } from "../../is-record.ts";
import type { Kept } from "../../cache/store.ts";
import { parseKept } from "./parse-kept.ts";

/** The store's clock as this broker knows it. */
export interface StoreClock {
  /** How far the store's clock is ahead of ours. */
  readonly aheadMs: number;
}

/** What is kept, as text; times are the store's, since brokers' clocks differ. */
export const toRecord = (kept: Kept, { aheadMs }: StoreClock): string => JSON.stringify(shift(kept, aheadMs));

/** Reads such a text; undefined for what this broker cannot have written about this resource. */
export const readRecord = (text: string, id: string, { aheadMs }: StoreClock): Kept | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    const kept = isRecord(value) ? parseKept(value, id) : undefined;
    return kept && shift(kept, -aheadMs);
  } catch {
    // Whatever else is in the store is as good as nothing.
    return undefined;
  }
};

const shift = ({ lookup, storedAtMs, renewedAtMs, failedAtMs }: Kept, byMs: number): Kept => ({
  lookup: lookup.kind === "none" ? lookup : { ...lookup, clockAheadMs: lookup.clockAheadMs - byMs },
  storedAtMs: storedAtMs + byMs,
  ...(renewedAtMs !== undefined && { renewedAtMs: renewedAtMs + byMs }),
  ...(failedAtMs !== undefined && { failedAtMs: failedAtMs + byMs }),
});
