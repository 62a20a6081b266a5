import { expect, test } from "vitest";
import { createRecords } from "../../../../../src/broker/store/redis/record.ts";
import type { CacheEntry } from "../../../../../src/broker/store/store.ts";
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
} satisfies CacheEntry;

const none: CacheEntry = { lookup: { kind: "none", reason: "resource-absent" }, storedAtMs: 1000 };

const reasons = ["not-listed", "no-email", "no-usable-credential"] as const;

const records = createRecords("api-key");

const storeAhead = (aheadMs: number) => ({ aheadMs });

test.each<CacheEntry>([
  found,
  none,
  ...reasons.map((reason): CacheEntry => ({ ...none, lookup: { kind: "none", reason } })),
])("what is kept comes back as it was", (kept) => {
  const text = records.write(resourceId, kept, storeAhead(7));
  expect(records.read(resourceId, text, storeAhead(7))).toEqual(kept);
});

test("times are the store's, so that a broker with another clock reads the same moment", () => {
  const text = records.write(resourceId, found, storeAhead(500));
  const kept = records.read(resourceId, text, storeAhead(-200));
  expect(kept).toMatchObject({ storedAtMs: 1700, renewedAtMs: 2700, failedAtMs: 3700 });
  // Timekit's clock is where it was: 100 ms before that of the one who wrote.
  expect(kept?.lookup).toMatchObject({ clockAheadMs: 100 - 700 });
});

const text = records.write(resourceId, found, storeAhead(0));
const signature = text.slice(0, 43);
const json = text.slice(44);
const otherId = "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913";

test.each<[string, string]>([
  ["is empty", ""],
  ["has no signature", json],
  ["has an empty signature", `.${json}`],
  [
    "has another record's signature",
    `${records.write(resourceId, none, storeAhead(0)).slice(0, 43)}.${json}`,
  ],
  ["was signed with another API key", createRecords("other-key").write(resourceId, found, storeAhead(0))],
  ["was signed without a key", createRecords("").write(resourceId, found, storeAhead(0))],
  ["was moved from another resource", records.write(otherId, found, storeAhead(0))],
  ["has a changed token", text.replace("ClientToken", "ServerToken")],
  ["has a changed time", text.replace('"storedAtMs":1000', '"storedAtMs":9000')],
  ["has something behind it", `${text} `],
  ["has a signature that is cut", `${signature.slice(1)}.${json}`],
  [
    "has another character in its signature",
    `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}.${json}`,
  ],
])("a record that %s is as good as nothing", (_what, planted) => {
  expect(records.read(resourceId, planted, storeAhead(0))).toBeUndefined();
});

test("the API key cannot be read from a record", () => {
  expect(text).not.toContain("api-key");
  expect(text).not.toContain(Buffer.from("api-key").toString("base64url"));
});
