import { expect, test } from "vitest";
import type { Kept } from "../../../../../src/broker/cache/store.ts";
import { readRecord, toRecord } from "../../../../../src/broker/node/redis/kept-record.ts";
import { resourceId } from "../../clockwork-world.ts";

const found = {
  lookup: {
    kind: "found",
    app: "example-app",
    resource: {
      id: resourceId,
      name: "Example",
      email: "resource@example.com",
      timezone: "Europe/London",
      avatar: "https://pictures.example/resource.png",
    },
    tokens: [
      {
        token: "ClientToken",
        expires: "2099-01-01T00:00:00+00:00",
        expiresAtMs: Date.UTC(2099, 0),
        generatedAtMs: 5,
        isForWidget: true,
        referrers: ["https://www.example.com"],
      },
      {
        token: "Another",
        expires: null,
        expiresAtMs: null,
        generatedAtMs: 0,
        isForWidget: false,
        referrers: [],
      },
    ],
    clockAheadMs: 100,
  },
  storedAtMs: 1000,
  renewedAtMs: 2000,
  failedAtMs: 3000,
} satisfies Kept;

const none: Kept = { lookup: { kind: "none", reason: "resource-absent" }, storedAtMs: 1000 };

const reasons = ["not-listed", "no-email", "no-usable-credential"] as const;

const storeAhead = (aheadMs: number) => ({ aheadMs });

test.each<Kept>([
  found,
  none,
  ...reasons.map((reason): Kept => ({ ...none, lookup: { kind: "none", reason } })),
])("what is kept comes back as it was", (kept) => {
  expect(readRecord(toRecord(kept, storeAhead(7)), resourceId, storeAhead(7))).toEqual(kept);
});

test("times are the store's, so that a broker with another clock reads the same moment", () => {
  const kept = readRecord(toRecord(found, storeAhead(500)), resourceId, storeAhead(-200));
  expect(kept).toMatchObject({ storedAtMs: 1700, renewedAtMs: 2700, failedAtMs: 3700 });
  // Timekit's clock is where it was: 100 ms before that of the one who wrote.
  expect(kept?.lookup).toMatchObject({ clockAheadMs: 100 - 700 });
});

const [first] = found.lookup.tokens;

test.each<[string, unknown]>([
  ["no JSON", undefined],
  ["no object", []],
  ["no lookup", { storedAtMs: 1 }],
  ["no time", { lookup: found.lookup }],
  ["a time that is none", { ...found, storedAtMs: "1" }],
  ["an unknown kind", { ...found, lookup: { ...found.lookup, kind: "other" } }],
  ["an unknown reason", { ...none, lookup: { kind: "none", reason: "other" } }],
  ["no app", { ...found, lookup: { ...found.lookup, app: "" } }],
  ["an app that is no header", { ...found, lookup: { ...found.lookup, app: "a\nb" } }],
  ["an app that is a number", { ...found, lookup: { ...found.lookup, app: 5 } }],
  ["no clock", { ...found, lookup: { ...found.lookup, clockAheadMs: null } }],
  ["no resource", { ...found, lookup: { ...found.lookup, resource: null } }],
  [
    "another resource",
    { ...found, lookup: { ...found.lookup, resource: { ...found.lookup.resource, id: "x" } } },
  ],
  ["no e-mail", { ...found, lookup: { ...found.lookup, resource: { ...found.lookup.resource, email: "" } } }],
  ["no tokens", { ...found, lookup: { ...found.lookup, tokens: [] } }],
  ["tokens that are no list", { ...found, lookup: { ...found.lookup, tokens: "ClientToken" } }],
  ["a token that is none", { ...found, lookup: { ...found.lookup, tokens: [first, null] } }],
  ["a token with a space", { ...found, lookup: { ...found.lookup, tokens: [{ ...first, token: "a b" }] } }],
  [
    "a token without its age",
    { ...found, lookup: { ...found.lookup, tokens: [{ ...first, generatedAtMs: null }] } },
  ],
])("a record with %s is as good as nothing", (_what, value) => {
  expect(readRecord(JSON.stringify(value) ?? "{", resourceId, storeAhead(0))).toBeUndefined();
});

test("a record without an end is as good as nothing", () => {
  const text = JSON.stringify(found).replace('"storedAtMs":1000', '"storedAtMs":1e999');
  expect(JSON.parse(text)).toHaveProperty("storedAtMs", Number.POSITIVE_INFINITY);
  expect(readRecord(text, resourceId, storeAhead(0))).toBeUndefined();
});

test("what else is in a record goes no further", () => {
  const strange = {
    ...found,
    lookup: { ...found.lookup, serverToken: "Canary", tokens: [{ ...first, type: "server-token", x: 1 }] },
  };
  const kept = readRecord(JSON.stringify(strange), resourceId, storeAhead(0));
  expect(kept?.lookup).toMatchObject({ tokens: [first] });
  expect(JSON.stringify(kept)).not.toMatch(/Canary|server-token|"x"/);
});
