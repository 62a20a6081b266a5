import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { createRateLimit } from "../../../../src/broker/limits/rate-limit.ts";
import { createSlidingWindow } from "../../../../src/broker/limits/sliding-window.ts";

describe("a rate limit", () => {
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
});

describe("a sliding window", () => {
  test("it lets so many through, and the next one when the first has left the window", () => {
    const window = createSlidingWindow({ limit: 2, windowMs: 1000 });
    expect(window.waitMs(0)).toBe(0);
    window.add(0);
    window.add(300);
    expect(window.waitMs(400)).toBe(600);
    expect(window.waitMs(1000)).toBe(0);
    window.add(1000);
    expect(window.waitMs(1000)).toBe(300);
  });

  test("a clock that was set back does not close it for long", () => {
    const window = createSlidingWindow({ limit: 1, windowMs: 1000 });
    window.add(1_000_000);
    expect(window.waitMs(5000)).toBe(0);
  });

  test("no window of its length, wherever it begins, holds more than the limit", () => {
    const pauses = array(integer({ min: 0, max: 300 }), { maxLength: 200 });
    assert(
      property(pauses, integer({ min: 1, max: 10 }), (pausesMs, limit) => {
        const window = createSlidingWindow({ limit, windowMs: 1000 });
        const times: number[] = [];
        let nowMs = 0;
        for (const pauseMs of pausesMs) {
          nowMs += pauseMs;
          if (window.waitMs(nowMs) > 0) continue;
          window.add(nowMs);
          times.push(nowMs);
        }
        for (const start of times) {
          const inside = times.filter((time) => time >= start && time < start + 1000);
          expect(inside.length).toBeLessThanOrEqual(limit);
        }
      }),
      { seed: 7 },
    );
  });
});
