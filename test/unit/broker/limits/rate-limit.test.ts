import { expect, test } from "vitest";
import { createRateLimit } from "../../../../src/broker/limits/rate-limit.ts";

const world = (perMinute: number, mostKeys = 100) => {
  let nowMs = 1_000_000;
  const limit = createRateLimit({ perMinute, mostKeys, runtime: { now: () => nowMs } });
  return {
    limit,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
    countPassed: (key: string, tries: number) =>
      Array.from({ length: tries }, () => limit(key)).filter((waitMs) => waitMs === 0).length,
  };
};

test.each([1, 3, 7, 120, 600])("%i a minute may come at once, and not one more", (perMinute) => {
  const { countPassed } = world(perMinute);
  expect(countPassed("a", perMinute + 5)).toBe(perMinute);
});

test("it says when the next one may come, and lets it", () => {
  const { countPassed, limit, pass } = world(3);
  countPassed("a", 3);
  expect(limit("a")).toBeCloseTo(20_000);
  pass(19_999);
  expect(limit("a")).toBeGreaterThan(0);
  pass(1);
  expect(limit("a")).toBe(0);
  expect(limit("a")).toBeGreaterThan(0);
});

test("refused ones do not count", () => {
  const { countPassed, pass } = world(3);
  countPassed("a", 1000);
  pass(60_000);
  expect(countPassed("a", 5)).toBe(3);
});

test("each key has its own", () => {
  const { countPassed } = world(3);
  expect(countPassed("a", 5) + countPassed("b", 5)).toBe(6);
});

test("only so many keys are remembered", () => {
  const { countPassed, limit } = world(1, 2);
  expect(countPassed("a", 2)).toBe(1);
  limit("b");
  limit("c");
  expect(limit("a")).toBe(0);
});

test("a clock that was set back does not lock clients out", () => {
  const { countPassed, pass } = world(3);
  countPassed("a", 3);
  pass(-500_000);
  expect(countPassed("a", 5)).toBe(3);
});
