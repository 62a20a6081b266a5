import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { CacheEntry } from "../store.ts";

/** The store's clock as this broker knows it. */
export interface StoreClock {
  /** How far the store's clock is ahead of ours. */
  readonly aheadMs: number;
}

/**
 * What is kept, as text for the store: only a broker with the same API key can write or change it. A new form needs a
 * new number in the prefix of the keys.
 */
export interface Records {
  /** Times are the store's, since brokers' clocks differ. */
  readonly write: (id: string, kept: CacheEntry, clock: StoreClock) => string;
  /** Undefined for what no broker with this key has written about this resource. */
  readonly read: (id: string, text: string, clock: StoreClock) => CacheEntry | undefined;
}

/** Creates the writing and reading of records, signed with HMAC-SHA-256 under a key derived from the API key (RFC 5869). */
export const createRecords = (apiKey: string): Records => {
  const key = Buffer.from(hkdfSync("sha256", apiKey, "", "timekit-embed store record", 32));
  /** The id is signed as well, so that a record cannot be moved to another resource. */
  const sign = (id: string, json: string): Buffer =>
    createHmac("sha256", key).update(`${id}\n${json}`).digest();
  const verify = (id: string, json: string, signature: string): boolean => {
    const given = Buffer.from(signature, "base64url");
    const expected = sign(id, json);
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  return {
    write: (id, kept, { aheadMs }) => {
      const json = JSON.stringify(shift(kept, aheadMs));
      return `${sign(id, json).toString("base64url")}.${json}`;
    },
    read: (id, text, { aheadMs }) => {
      const [, signature = "", json = ""] = /^([\w-]{43})\.(.*)$/s.exec(text) ?? [];
      // What verifies was written by a broker like this one, so it is what its type says.
      return verify(id, json, signature) ? shift(JSON.parse(json) as CacheEntry, -aheadMs) : undefined;
    },
  };
};

const shift = ({ lookup, storedAtMs, renewedAtMs, failedAtMs }: CacheEntry, byMs: number): CacheEntry => ({
  lookup: lookup.kind === "none" ? lookup : { ...lookup, clockAheadMs: lookup.clockAheadMs - byMs },
  storedAtMs: storedAtMs + byMs,
  ...(renewedAtMs !== undefined && { renewedAtMs: renewedAtMs + byMs }),
  ...(failedAtMs !== undefined && { failedAtMs: failedAtMs + byMs }),
});
