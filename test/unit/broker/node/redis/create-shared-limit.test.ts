import { expect, test } from "vitest";
import { createRedisLimit } from "../../../../../src/broker/store/redis/limits.ts";
import { createRecordedLink } from "./recorded-link.ts";

const open = (trust: number) => {
  const { link, asked, replyWith } = createRecordedLink();
  let nowMs = 1_000_000;
  const count = createRedisLimit({
    link,
    keyOf: (key) => `limit:${key}`,
    perMinute: 7,
    mostKeys: 10,
    trust,
    runtime: { now: () => nowMs },
  });
  return {
    asked,
    replyWith,
    count,
    countMany: async (times: number) => {
      const waits: number[] = [];
      for (let index = 0; index < times; index += 1) waits.push(await count("a"));
      return waits.map((waitMs) => Math.round(waitMs));
    },
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
  };
};

/** What the store says, in microseconds: how long to wait, and how much of the minute is used. */
const saying = (waitMs: number, usedMs: number) => () => [waitMs * 1000, usedMs * 1000];

// A seventh of a minute.
const intervalMs = 60_000 / 7;

test("who has used little is counted here and reported; who has used half a minute is asked for", async () => {
  const { asked, countMany } = open(0.5);
  await countMany(5);
  expect(asked).toEqual([
    ...Array.from({ length: 4 }, () => ["count", "limit:a", "8571429", "60000000", "reported"]),
    ["count", "limit:a", "8571429", "60000000", "asked"],
  ]);
});

test("what a key has used here runs out", async () => {
  const { asked, countMany, pass } = open(0.5);
  await countMany(5);
  pass(60_000);
  await countMany(1);
  expect(asked.map((words) => words.at(-1))).toEqual([
    ...Array.from({ length: 4 }, () => "reported"),
    "asked",
    "reported",
  ]);
});

test("the store decides where it is asked", async () => {
  const { countMany, replyWith, asked } = open(0);
  replyWith(saying(1234, 60_000));
  expect(await countMany(3)).toEqual([1234, 1234, 1234]);
  replyWith(saying(0, 60_000));
  expect(await countMany(10)).toEqual(Array.from({ length: 10 }, () => 0));
  expect(new Set(asked.map((words) => words.at(-1)))).toEqual(new Set(["asked"]));
});

test("what others have used, as the store says it, counts here, too", async () => {
  const { countMany, replyWith, asked, pass } = open(0.5);
  replyWith(saying(0, 30_000));
  await countMany(2);
  expect(asked.map((words) => words.at(-1))).toEqual(["reported", "asked"]);
  // The half minute has just begun to run out.
  pass(1);
  await countMany(1);
  expect(asked.at(-1)?.at(-1)).toBe("reported");
});

test("what this one has used is not forgotten because the store knows less", async () => {
  const { countMany, replyWith, asked } = open(0.5);
  replyWith(saying(0, 1));
  await countMany(5);
  expect(asked.at(-1)?.at(-1)).toBe("asked");
});

test.each([undefined, null, "OK", [0], [0, 1, 2], [0, "1"]])(
  "with the answer %j of the store, it counts by itself",
  async (answer) => {
    const { countMany, replyWith } = open(0);
    replyWith(() => answer);
    const waits = await countMany(8);
    expect(waits.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 0));
    expect(waits[7]).toBe(Math.round(intervalMs));
  },
);

test("who is refused here is not reported", async () => {
  const { asked, countMany } = open(2);
  expect((await countMany(9)).filter((waitMs) => waitMs === 0)).toHaveLength(7);
  expect(asked).toHaveLength(7);
});
