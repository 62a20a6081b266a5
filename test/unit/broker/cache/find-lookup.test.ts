import { graceMs } from "../../../../src/broker/timekit/flights.ts";
import { expect, test } from "vitest";
import { createFindLookup } from "../../../../src/broker/cache/find-lookup.ts";
import { createMemoryStore } from "../../../../src/broker/store/memory.ts";
import type { CacheEntry, Store } from "../../../../src/broker/store/store.ts";
import type { Lookup } from "../../../../src/broker/timekit/lookup.ts";
import { resourceId as id } from "../clockwork-world.ts";

const timeoutMs = 1000;

const none: Lookup = { kind: "none", reason: "no-email" };

/** A broker that shares its store with another one, which may have the turn. Polling takes no time but the clock's. */
const open = () => {
  let nowMs = 1_000_000;
  let isOthersTurn = false;
  let look: () => Promise<Lookup> = async () => none;
  const asked: string[] = [];
  const events: string[] = [];
  const delays: number[] = [];
  const joined: unknown[] = [];
  const runtime = {
    now: () => nowMs,
    delay: async (durationMs: number) => {
      // The deadline, which nothing here exceeds in real time.
      if (durationMs === timeoutMs + graceMs) return new Promise<void>(() => undefined);
      delays.push(durationMs);
      nowMs += durationMs;
      events.push("waited");
    },
  };
  const memory = createMemoryStore(
    { rateLimitPerMinute: 100, resourceIds: undefined, upstreamPerSecond: 10 },
    runtime,
  );
  const store: Store = {
    ...memory,
    read: async (of, options) => {
      events.push(options.isCurrent ? "read what is current" : "read");
      return memory.read(of, options);
    },
    acquireLease: async (of) => {
      const { kept } = await memory.acquireLease(of);
      return isOthersTurn
        ? { release: undefined, kept }
        : { release: () => void events.push("gave back"), kept };
    },
  };
  const findLookup = createFindLookup({
    store,
    timeoutMs,
    runtime,
    timekit: {
      lookUp: async ({ id: of }) => {
        asked.push(of);
        events.push("asked");
        return look();
      },
      join: (asker) => void joined.push(asker),
    },
  });
  return {
    asked,
    events,
    joined,
    delays,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    find: (renew = false) => findLookup({ resourceId: id, renew, client: "somebody" }, () => undefined),
    keep: (kept: Partial<CacheEntry> = {}) => memory.write(id, { lookup: none, storedAtMs: nowMs, ...kept }),
    letOtherHaveTurn: (has: boolean) => {
      isOthersTurn = has;
    },
    onDelay: (run: () => void) => {
      const { delay } = runtime;
      runtime.delay = async (durationMs) => {
        await delay(durationMs);
        if (durationMs !== timeoutMs + graceMs) run();
      };
    },
    lookWith: (next: typeof look) => {
      look = next;
    },
  };
};

test("what is kept is given without a turn", async () => {
  const { find, keep, events } = open();
  keep();
  expect(await find()).toMatchObject({ lookup: none, cache: "hit" });
  expect(events).toEqual(["read"]);
});

test("a renewal reads what all brokers know now", async () => {
  const { find, keep, events } = open();
  keep();
  await find(true);
  expect(events).toEqual(["read what is current"]);
});

test("a turn is given back when Timekit has answered, and when it has failed", async () => {
  const { find, events } = open();
  expect(await find()).toEqual({ lookup: none, cache: "miss" });
  expect(events).toEqual(["read", "asked", "gave back"]);
  const failing = open();
  failing.lookWith(() => Promise.reject(new Error("mistake")));
  await expect(failing.find()).rejects.toThrow("mistake");
  expect(failing.events).toEqual(["read", "asked", "gave back"]);
});

test("whoever waits for a look-up is named, and nobody who is answered at once", async () => {
  const { find, joined } = open();
  await Promise.all([find(), find()]);
  expect(joined).toEqual([
    { id, client: "somebody" },
    { id, client: "somebody" },
  ]);
  await find();
  expect(joined).toHaveLength(2);
});

test("while another broker has the turn, this one waits for what that finds out", async () => {
  const { find, keep, letOtherHaveTurn, onDelay, asked, delays } = open();
  letOtherHaveTurn(true);
  onDelay(() => delays.length === 3 && keep());
  expect(await find()).toMatchObject({ lookup: none, cache: "hit" });
  expect([asked, delays]).toEqual([[], [50, 50, 50]]);
});

test("a turn that becomes free is taken", async () => {
  const { find, letOtherHaveTurn, onDelay, asked } = open();
  letOtherHaveTurn(true);
  onDelay(() => letOtherHaveTurn(false));
  expect(await find()).toEqual({ lookup: none, cache: "miss" });
  expect(asked).toEqual([id]);
});

test("a turn that never becomes free is a timeout", async () => {
  const { find, letOtherHaveTurn, delays, asked } = open();
  letOtherHaveTurn(true);
  await expect(find()).rejects.toMatchObject({ reason: "timeout" });
  expect([asked, delays.length]).toEqual([[], timeoutMs / 50 + 1]);
});

test("a flight that its platform has ended counts as lost after its time and the grace", async () => {
  const { find, asked, pass, lookWith } = open();
  lookWith(() => new Promise(() => undefined));
  void find();
  await new Promise((resolve) => setImmediate(resolve));
  pass(timeoutMs + graceMs);
  void find();
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toHaveLength(1);
  pass(1);
  lookWith(async () => none);
  expect(await find()).toEqual({ lookup: none, cache: "miss" });
  expect(asked).toHaveLength(2);
});
