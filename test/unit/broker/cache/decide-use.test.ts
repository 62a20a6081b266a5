import { describe, expect, test } from "vitest";
import { decideUse } from "../../../../src/broker/cache/decide-use.ts";
import { ages, type CacheEntry } from "../../../../src/broker/store/store.ts";
import type { Lookup } from "../../../../src/broker/timekit/lookup.ts";

const nowMs = Date.UTC(2026, 10, 24);

const token = (expiresAtMs: number | null) => ({
  token: "t",
  expires: null,
  generatedAtMs: 0,
  isForWidget: true,
  referrers: [],
  expiresAtMs,
});

type Tokens = readonly ReturnType<typeof token>[];

const found = (expiresAtMs: number | null, clockAheadMs = 0, more: Tokens = []): Lookup => ({
  kind: "found",
  app: "example-app",
  resource: { id: "2939c4fa-f06f-4496-8a20-03f57afcdfe6", email: "a@example.com" },
  tokens: [token(expiresAtMs), ...more],
  clockAheadMs,
});

const none: Lookup = { kind: "none", reason: "resource-absent" };

const kept = (ageMs: number, special: Partial<CacheEntry> = {}): CacheEntry => ({
  lookup: found(null),
  storedAtMs: nowMs - ageMs,
  ...special,
});

const fresh = "served fresh";
const stale = "served stale";
const ask = "asked";
const askWithFallback = "asked, with a fallback";
const renew = "renewed";

const describeUse = (entry: CacheEntry | undefined, wantsRenewal: boolean): string => {
  const use = decideUse(entry, { nowMs, renew: wantsRenewal });
  if (use.kind === "serve") return use.cache === "stale" ? stale : fresh;
  if (use.isRenewal) return renew;
  return use.fallback ? askWithFallback : ask;
};

describe("an ordinary request", () => {
  test.each<[string, CacheEntry | undefined, string]>([
    ["nothing kept", undefined, ask],
    ["just kept", kept(0), fresh],
    ["kept almost 5 minutes ago", kept(ages.fresh - 1), fresh],
    ["kept 5 minutes ago", kept(ages.fresh), askWithFallback],
    ["kept 65 minutes ago, almost", kept(ages.fresh + ages.stale - 1), askWithFallback],
    ["kept 65 minutes ago", kept(ages.fresh + ages.stale), ask],
    ["kept in the future", kept(-1), ask],
    ["stale, and Timekit has just failed", kept(ages.fresh, { failedAtMs: nowMs - 1 }), stale],
    [
      "stale, and Timekit failed a while ago",
      kept(ages.fresh, { failedAtMs: nowMs - ages.failure }),
      askWithFallback,
    ],
    ["too old, and Timekit has just failed", kept(ages.fresh + ages.stale, { failedAtMs: nowMs }), ask],
    ["a token that has expired", kept(0, { lookup: found(nowMs) }), ask],
    [
      "one token that has expired, and one that has not",
      kept(0, { lookup: found(nowMs, 0, [token(null)]) }),
      fresh,
    ],
    ["a token that expires in a moment", kept(0, { lookup: found(nowMs + 1) }), fresh],
    ["a token that has expired on Timekit's clock", kept(0, { lookup: found(nowMs + 1, 1) }), ask],
    ["a token that has not yet expired there", kept(0, { lookup: found(nowMs, -1) }), fresh],
    ["a stale token that has expired", kept(ages.fresh, { lookup: found(nowMs), failedAtMs: nowMs }), ask],
    ["none, just found out", kept(0, { lookup: none }), fresh],
    ["none, found out almost 30 s ago", kept(ages.none - 1, { lookup: none }), fresh],
    ["none, found out 30 s ago", kept(ages.none, { lookup: none, failedAtMs: nowMs }), ask],
  ])("with %s", (_what, entry, use) => {
    expect(describeUse(entry, false)).toBe(use);
  });
});

describe("a renewal", () => {
  test.each<[string, CacheEntry | undefined, string]>([
    ["nothing kept is an ordinary request", undefined, ask],
    ["something fresh", kept(0), renew],
    ["something stale", kept(ages.fresh), renew],
    ["something too old is an ordinary request", kept(ages.fresh + ages.stale), ask],
    ["none changes nothing", kept(0, { lookup: none }), fresh],
    ["a renewal just before gets what is fresh", kept(0, { renewedAtMs: nowMs - ages.renewal + 1 }), fresh],
    ["a renewal 30 s before", kept(0, { renewedAtMs: nowMs - ages.renewal }), renew],
  ])("with %s", (_what, entry, use) => {
    expect(describeUse(entry, true)).toBe(use);
  });
});
