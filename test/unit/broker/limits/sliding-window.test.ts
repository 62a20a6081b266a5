import { array, assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { createSlidingWindow } from "../../../../src/broker/limits/sliding-window.ts";

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
