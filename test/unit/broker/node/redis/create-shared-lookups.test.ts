import { expect, test } from "vitest";
import { createRedisLookups } from "../../../../../src/broker/store/redis/lookups.ts";
import { createRecords } from "../../../../../src/broker/store/redis/record.ts";
import { ages, type CacheEntry } from "../../../../../src/broker/store/store.ts";
import { resourceId as id } from "../../clockwork-world.ts";
import { createRecordedLink } from "./recorded-link.ts";

// The store's clock goes before this broker's.
const clock = { aheadMs: 300 };

const records = createRecords("api-key");

const open = () => {
  const { link, asked, replyWith } = createRecordedLink();
  let nowMs = 1_000_000_000;
  const lookups = createRedisLookups({
    link,
    records,
    clock: () => clock,
    keyOf: (kind, of) => `${kind}:${of}`,
    broker: "me",
    turnMs: 6100,
    runtime: { now: () => nowMs },
  });
  return {
    ...lookups,
    asked,
    replyWith,
    /** What the store holds. */
    hold: (kept: CacheEntry) => replyWith(() => records.write(id, kept, clock)),
    now: () => nowMs,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
  };
};

const found = (
  storedAtMs: number,
  special: Partial<CacheEntry> & { readonly token?: string } = {},
): CacheEntry => {
  const { token = "ClientToken", ...times } = special;
  const tokens = [
    { token, expires: null, expiresAtMs: null, generatedAtMs: 0, isForWidget: true, referrers: [] },
  ];
  const resource = { id, name: null, email: "a@example.com", timezone: null, avatar: null };
  return { lookup: { kind: "found", app: "app", resource, tokens, clockAheadMs: 0 }, storedAtMs, ...times };
};

const none = (storedAtMs: number): CacheEntry => ({
  lookup: { kind: "none", reason: "no-email" },
  storedAtMs,
});

const lazily = { isCurrent: false };
const currently = { isCurrent: true };

test("nothing is kept where the store has nothing, and then it is asked for each time", async () => {
  const { read, asked } = open();
  expect([await read(id, lazily), await read(id, lazily)]).toEqual([undefined, undefined]);
  expect(asked).toEqual([
    ["GET", `kept:${id}`],
    ["GET", `kept:${id}`],
  ]);
});

test("what the store has is read, and for five seconds not asked for again", async () => {
  const { read, asked, hold, now, pass } = open();
  const kept = found(now());
  hold(kept);
  expect(await read(id, lazily)).toEqual(kept);
  pass(4999);
  expect(await read(id, lazily)).toEqual(kept);
  expect(asked).toHaveLength(1);
  pass(1);
  await read(id, lazily);
  expect(asked).toHaveLength(2);
});

test("a clock that was set back does not lengthen these", async () => {
  const { read, asked, hold, now, pass } = open();
  hold(found(now() - 5000));
  await read(id, lazily);
  pass(-1);
  await read(id, lazily);
  expect(asked).toHaveLength(2);
});

test("who needs what all know now asks the store, and all who do so at once ask once", async () => {
  const { read, asked, hold, now } = open();
  const first = found(now());
  hold(first);
  await read(id, lazily);
  const next = found(now(), { renewedAtMs: now() });
  hold(next);
  const readings = await Promise.all([read(id, currently), read(id, currently), read(id, lazily)]);
  expect(readings).toEqual([next, next, first]);
  expect(asked).toHaveLength(2);
});

test("what is written is there at once, and in the store until it is of no use", async () => {
  const { read, write, asked, now } = open();
  const kept = found(now() - 1000);
  write(id, kept);
  expect(await read(id, lazily)).toBe(kept);
  const [command, key, text = "", ...until] = asked[0] ?? [];
  expect([command, key, ...until]).toEqual([
    "SET",
    `kept:${id}`,
    "PX",
    String(ages.fresh + ages.stale - 1000),
  ]);
  expect(records.read(id, text, clock)).toEqual(kept);
  write(id, none(now()));
  expect(asked.at(-1)?.slice(3)).toEqual(["PX", String(ages.none)]);
  expect(asked).toHaveLength(2);
});

test("what is of no use any more does not come into the store", () => {
  const { write, asked, now } = open();
  write(id, none(now() - ages.none));
  expect(asked).toEqual([]);
  write(id, none(now() - ages.none + 1));
  expect(asked[0]?.slice(3)).toEqual(["PX", "1"]);
});

test.each<[string, Partial<CacheEntry>, Partial<CacheEntry>, "mine" | "theirs"]>([
  ["stored later here", { storedAtMs: 20 }, { storedAtMs: 10 }, "mine"],
  ["stored later there", { storedAtMs: 10 }, { storedAtMs: 20 }, "theirs"],
  ["stored later there, changed later here", { storedAtMs: 1, failedAtMs: 30 }, { storedAtMs: 20 }, "theirs"],
  ["the same age", {}, {}, "theirs"],
  ["renewed here", { renewedAtMs: 30 }, {}, "mine"],
  ["renewed there", {}, { renewedAtMs: 30 }, "theirs"],
  ["failed here", { failedAtMs: 30 }, {}, "mine"],
  ["failed there after it was renewed here", { renewedAtMs: 30 }, { failedAtMs: 40 }, "theirs"],
  ["failed here after it was renewed there", { failedAtMs: 40 }, { renewedAtMs: 30 }, "mine"],
  ["renewed here after both failed", { failedAtMs: 20, renewedAtMs: 30 }, { failedAtMs: 20 }, "mine"],
])("with one %s, the newer one counts", async (_what, mine, theirs, whose) => {
  const { read, write, hold } = open();
  write(id, found(10, { ...mine, token: "mine" }));
  hold(found(10, { ...theirs, token: "theirs" }));
  expect(await read(id, currently)).toMatchObject({ lookup: { tokens: [{ token: whose }] } });
  expect(await read(id, lazily)).toMatchObject({ lookup: { tokens: [{ token: whose }] } });
});

test("what seems to lie ahead happened now", async () => {
  const { read, hold, now } = open();
  hold(found(now() + 5, { renewedAtMs: now() + 6, failedAtMs: now() + 7 }));
  expect(await read(id, lazily)).toEqual(found(now(), { renewedAtMs: now(), failedAtMs: now() }));
  hold(found(now() + 5));
  expect(await read(id, currently)).toEqual(found(now()));
});

test.each(["nonsense", "", 1, null, undefined])("the answer %j teaches nothing", async (answer) => {
  const { read, write, replyWith, now } = open();
  const kept = found(now());
  write(id, kept);
  replyWith(() => answer);
  expect(await read(id, currently)).toBe(kept);
});

test("a turn is taken with what is kept, and given back", async () => {
  const { acquireLease, asked, replyWith, now } = open();
  const kept = found(now());
  replyWith(() => [1, records.write(id, kept, clock)]);
  const turn = await acquireLease(id);
  expect(turn.kept).toEqual(kept);
  expect(asked).toEqual([["acquireLease", `turn:${id}`, `kept:${id}`, "me", "6100"]]);
  turn.release?.();
  expect(asked[1]).toEqual(["release", `turn:${id}`, "me"]);
});

test("a turn that another broker has is none, but tells what is kept", async () => {
  const { acquireLease, replyWith, now } = open();
  const kept = found(now());
  replyWith(() => [0, records.write(id, kept, clock)]);
  expect(await acquireLease(id)).toEqual({ release: undefined, kept });
});

test("without a store, everybody has the turn", async () => {
  const { acquireLease, write, now } = open();
  const kept = found(now());
  write(id, kept);
  const { release, kept: mine } = await acquireLease(id);
  expect([typeof release, mine]).toEqual(["function", kept]);
});

test("a question that is lost is put again after the time of two answers", async () => {
  const { read, asked, replyWith, pass } = open();
  replyWith(() => new Promise(() => undefined));
  void read(id, lazily);
  pass(300);
  void read(id, lazily);
  expect(asked).toHaveLength(1);
  pass(1);
  replyWith(() => undefined);
  expect(await read(id, lazily)).toBeUndefined();
  expect(asked).toHaveLength(2);
});
