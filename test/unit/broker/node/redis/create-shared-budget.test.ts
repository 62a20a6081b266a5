import { expect, test } from "vitest";
import { createRedisBudget } from "../../../../../src/broker/store/redis/limits.ts";
import { createRecordedLink } from "./recorded-link.ts";

const open = (perSecond: number, brokersAtFirst = 1) => {
  const { link, asked, replyWith, become } = createRecordedLink();
  let brokers = brokersAtFirst;
  let nowMs = 1_000_000;
  const { spend, pause } = createRedisBudget({
    link,
    keys: ["all", "strangers", "pause"],
    perSecond,
    brokers: () => brokers,
    runtime: { now: () => nowMs },
  });
  return {
    asked,
    replyWith,
    spend,
    pause,
    spendMany: async (count: number) => {
      const waits: number[] = [];
      for (let index = 0; index < count; index += 1) waits.push(await spend(true));
      return waits.filter((waitMs) => waitMs === 0).length;
    },
    goDown: () => become({ kind: "down" }),
    comeBack: () => become({ kind: "up", sinceMs: nowMs, isFirst: false }),
    meet: (others: number) => {
      brokers = others;
    },
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
  };
};

test("the store decides, with the limits of all and of strangers", async () => {
  const { spend, asked, replyWith } = open(9);
  replyWith(() => 700);
  expect([await spend(true), await spend(false)]).toEqual([700, 700]);
  expect(asked).toEqual([
    ["spend", "all", "strangers", "pause", "1150", "9", "4", "known", "asked"],
    ["spend", "all", "strangers", "pause", "1150", "9", "4", "stranger", "asked"],
  ]);
  replyWith(() => 0);
  expect(await spend(true)).toBe(0);
});

test.each([
  [10, 1, 10],
  [10, 3, 3],
  [2, 5, 1],
])("without the store, of %i a second one of %i brokers spends %i", async (perSecond, brokers, part) => {
  const { spendMany, asked, goDown } = open(perSecond, brokers);
  goDown();
  expect(await spendMany(20)).toBe(part);
  expect(asked).toEqual([]);
});

test.each([undefined, null, "OK", [0]])(
  "a store that answers %j is no store, and what was spent without it counts",
  async (answer) => {
    const { spendMany, asked, replyWith } = open(4, 2);
    replyWith(() => answer);
    expect(await spendMany(3)).toBe(2);
    expect(asked).toHaveLength(3);
  },
);

test("strangers have half of a broker's part", async () => {
  const { spend, goDown } = open(4);
  goDown();
  expect([await spend(false), await spend(false), await spend(false)].map((waitMs) => waitMs === 0)).toEqual([
    true,
    true,
    false,
  ]);
});

test("once the store is back, each has its part until the others have noticed, and reports what it sends", async () => {
  const { spendMany, asked, goDown, comeBack, pass, replyWith } = open(4, 2);
  replyWith(() => 0);
  goDown();
  await spendMany(2);
  comeBack();
  expect(await spendMany(5)).toBe(0);
  expect(asked).toEqual([]);
  pass(1000);
  expect(await spendMany(5)).toBe(2);
  expect(asked).toEqual([
    ["spend", "all", "strangers", "pause", "1150", "4", "2", "known", "reported"],
    ["spend", "all", "strangers", "pause", "1150", "4", "2", "known", "reported"],
  ]);
  // Its longest pause between two attempts, and a window.
  pass(3000 + 1150 - 1000 - 1);
  expect(await spendMany(5)).toBe(2);
  expect(asked).toHaveLength(4);
  pass(1);
  expect(await spendMany(5)).toBe(5);
  expect(asked.slice(4).map((words) => words.at(-1))).toEqual(Array.from({ length: 5 }, () => "asked"));
});

test("each time the store goes, a broker's part is that of the brokers that were there", async () => {
  const { spendMany, goDown, comeBack, pass, replyWith, meet } = open(4);
  replyWith(() => 0);
  goDown();
  expect(await spendMany(9)).toBe(4);
  comeBack();
  pass(5000);
  await spendMany(1);
  meet(4);
  goDown();
  expect(await spendMany(9)).toBe(1);
});

test("a pause is in the store for as long as it lasts, for the others to find", () => {
  const { pause, asked } = open(5);
  pause(7000.4);
  expect(asked).toEqual([["SET", "pause", "1", "PX", "7001"]]);
});
