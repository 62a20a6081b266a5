import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultRuntime } from "../../../../src/broker/runtime.ts";
import { createBudget } from "../../../../src/broker/timekit/budget.ts";
import { createFairQueue, type Asker } from "../../../../src/broker/timekit/fair-queue.ts";
import { idNumber } from "../clockwork-world.ts";

beforeEach(() => void vi.useFakeTimers());

afterEach(() => void vi.useRealTimers());

/** A queue before a real budget; what it grants is written down with the time. */
const open = ({ perSecond = 5, leftMs = 6000, isStore = false } = {}) => {
  const startMs = Date.now();
  const granted: { readonly name: string; readonly atMs: number }[] = [];
  const refused: { readonly name: string; readonly retryAfterMs: number }[] = [];
  const pauses: number[] = [];
  const { spend } = createBudget({ perSecond, runtime: defaultRuntime });
  const spendThere = async (isKnown: boolean) => {
    await defaultRuntime.delay(5, new AbortController().signal);
    return spend(isKnown);
  };
  const queue = createFairQueue({
    budget: { spend: isStore ? spendThere : spend, pause: (durationMs) => void pauses.push(durationMs) },
    perSecond,
    runtime: defaultRuntime,
  });
  const admit = async (name: string, asker: Asker | undefined, isKnown: boolean): Promise<void> => {
    const deadline = { signal: new AbortController().signal, endsAtMs: Date.now() + leftMs };
    try {
      await queue.admit({ deadline, isKnown, asker });
      granted.push({ name, atMs: Date.now() - startMs });
    } catch (error) {
      const retryAfterMs = Number(Object(error).retryAfterMs);
      expect(error).toMatchObject({ code: "upstream-busy", reason: "budget-spent" });
      refused.push({ name, retryAfterMs });
    }
  };
  let count = 0;
  return {
    queue,
    granted,
    refused,
    pauses,
    names: () => granted.map(({ name }) => name),
    ask: (client: string, id = idNumber((count += 1))) => void admit(client, { client, id }, false),
    askKnown: (name: string) => void admit(name, { client: name, id: name }, true),
    askForApp: () => void admit("app", undefined, true),
    pass: (durationMs: number) => vi.advanceTimersByTimeAsync(durationMs),
    makeStranger: (client: string) => {
      for (let miss = 0; miss < 5; miss += 1) queue.recordOutcome(client, "missed");
    },
  };
};

const times = (number: number, run: () => void): void => {
  for (let index = 0; index < number; index += 1) run();
};

test("while the budget lasts, nobody waits", async () => {
  const { ask, granted, pass } = open();
  times(5, () => ask("a"));
  await pass(0);
  expect(granted).toEqual(Array.from({ length: 5 }, () => ({ name: "a", atMs: 0 })));
});

test.each([false, true])("whoever asks for least comes first; with a store: %s", async (isStore) => {
  const { ask, names, pass } = open({ isStore, perSecond: 1 });
  times(5, () => ask("busy"));
  await pass(100);
  ask("visitor");
  await pass(1000);
  expect(names()).toEqual(["busy", "visitor"]);
});

test("no second sees more than the budget, however many wait", async () => {
  const { ask, granted, pass } = open();
  for (let tick = 0; tick < 100; tick += 1) {
    ask(`client ${tick % 30}`);
    await pass(70);
  }
  await pass(6000);
  expect(granted.length).toBeGreaterThan(30);
  for (const [index, { atMs }] of granted.entries())
    expect((granted[index + 5]?.atMs ?? Number.POSITIVE_INFINITY) - atMs).toBeGreaterThanOrEqual(1000);
});

test("a resource that is known to be real comes before all others, and so does the app", async () => {
  const { ask, askKnown, askForApp, names, pass } = open({ perSecond: 1 });
  ask("first");
  ask("visitor");
  askKnown("known");
  await pass(1000);
  expect(names()).toEqual(["first", "known"]);
  askForApp();
  await pass(1000);
  expect(names()).toEqual(["first", "known", "app"]);
});

test("clients who looked for what is not there come last, whatever else they do", async () => {
  const { ask, names, pass, makeStranger } = open({ perSecond: 2 });
  makeStranger("stranger");
  ask("first");
  ask("first");
  ask("stranger");
  times(3, () => ask("visitor"));
  await pass(1000);
  expect(names()).toEqual(["first", "first", "visitor", "visitor"]);
  await pass(1000);
  expect(new Set(names().slice(4))).toEqual(new Set(["stranger", "visitor"]));
});

test("they leave more than half of each second to others, who then need not wait", async () => {
  const { ask, granted, pass, makeStranger } = open();
  makeStranger("stranger");
  times(10, () => ask("stranger"));
  await pass(900);
  expect(granted).toHaveLength(2);
  times(3, () => ask("visitor"));
  await pass(0);
  expect(granted.slice(2)).toEqual(Array.from({ length: 3 }, () => ({ name: "visitor", atMs: 900 })));
});

test("what was in vain is forgotten by and by, and at once for what is found", async () => {
  const { ask, queue, granted, pass, makeStranger } = open();
  makeStranger("a");
  makeStranger("b");
  for (let find = 0; find < 3; find += 1) queue.recordOutcome("b", "found");
  times(3, () => ask("b"));
  await pass(0);
  expect(granted).toHaveLength(3);
  await pass(60_000);
  times(3, () => ask("a"));
  await pass(0);
  expect(granted).toHaveLength(6);
});

test("whoever joins lends a look-up the better place, and not the worse one", async () => {
  const { ask, queue, names, pass, makeStranger } = open({ perSecond: 1 });
  makeStranger("stranger");
  ask("first");
  ask("stranger", "wanted");
  ask("other");
  ask("other");
  await pass(100);
  queue.join({ client: "visitor", id: "wanted" });
  queue.join({ client: "stranger", id: "wanted" });
  queue.join({ client: "visitor", id: "another" });
  await pass(900);
  expect(names()).toEqual(["first", "stranger"]);
});

test("one client has 16 waiting, all have 256, and whoever is ranked last makes room", async () => {
  const { ask, refused, granted, pass } = open({ perSecond: 1, leftMs: 60_000 });
  ask("first");
  times(17, () => ask("greedy"));
  await pass(0);
  expect(refused.map(({ name }) => name)).toEqual(["greedy"]);
  for (let index = 0; index < 80; index += 1) times(3, () => ask(`client ${index}`));
  await pass(0);
  expect(refused).toHaveLength(1);
  ask("visitor");
  await pass(0);
  expect(refused.map(({ name }) => name)).toEqual(["greedy", "greedy"]);
  await pass(1000);
  expect(granted.map(({ name }) => name)).toEqual(["first", "visitor"]);
});

test("nobody waits for more than half of what is left, and is told when to come back", async () => {
  const { ask, refused, granted, pass } = open({ perSecond: 1, leftMs: 3000 });
  times(5, () => ask("a"));
  await pass(999);
  expect([granted.length, refused.length]).toEqual([1, 0]);
  await pass(1);
  expect([granted.length, refused.length]).toEqual([2, 3]);
  for (const { retryAfterMs } of refused) {
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(1000);
  }
});

test("who would wait in vain is told at once", async () => {
  const { ask, refused, pass } = open({ leftMs: 1000 });
  times(6, () => ask("a"));
  await pass(0);
  expect(refused).toEqual([{ name: "a", retryAfterMs: 1000 }]);
});

test("after a 429 nobody is granted before its time, and the others are told", async () => {
  const { ask, askKnown, queue, granted, pauses, pass } = open();
  queue.heed({ pauseMs: 2000, remaining: undefined, limit: undefined });
  ask("a");
  askKnown("known");
  await pass(1999);
  expect(granted).toEqual([]);
  await pass(1);
  expect(granted.map(({ atMs }) => atMs)).toEqual([2000, 2000]);
  queue.heed({ pauseMs: 86_400_000, remaining: undefined, limit: undefined });
  queue.heed({ pauseMs: 0, remaining: undefined, limit: undefined });
  queue.heed({ pauseMs: undefined, remaining: undefined, limit: undefined });
  expect(pauses).toEqual([2000, 60_000]);
});

test("with few requests left, the next ones are further apart", async () => {
  const { ask, queue, granted, pass } = open();
  queue.heed({ pauseMs: undefined, remaining: 15, limit: 600 });
  times(4, () => ask("a"));
  await pass(2400);
  // A quarter of what counts as few, so 200 ms become 800.
  expect(granted.map(({ atMs }) => atMs)).toEqual([0, 800, 1600, 2400]);
  queue.heed({ pauseMs: undefined, remaining: undefined, limit: undefined });
  times(2, () => ask("a"));
  await pass(0);
  expect(granted).toHaveLength(4);
  queue.heed({ pauseMs: undefined, remaining: 500, limit: 600 });
  times(2, () => ask("b"));
  await pass(0);
  // Five in the last second.
  expect(granted).toHaveLength(7);
});

test("what was said about requests left is old after a minute", async () => {
  const { ask, queue, granted, pass } = open();
  queue.heed({ pauseMs: undefined, remaining: 0, limit: 600 });
  await pass(60_000);
  times(5, () => ask("a"));
  await pass(0);
  expect(granted).toHaveLength(5);
});
