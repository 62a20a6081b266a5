import { expect, test } from "vitest";
import { createPace } from "../../../../src/broker/timekit/pace.ts";

const open = (perSecond: number) => {
  let nowMs = 1_000_000;
  const pace = createPace({ perSecond, runtime: { now: () => nowMs } });
  return {
    ...pace,
    pass: (durationMs: number) => {
      nowMs += durationMs;
    },
  };
};

test("a second is counted from when requests are sent, not from when they might have been", () => {
  const { step, blockedMs, pass } = open(2);
  const sent = step();
  step();
  expect([blockedMs("all"), blockedMs("strangers")]).toEqual([1000, 1000]);
  pass(100);
  sent();
  expect(blockedMs("all")).toBe(1000);
  pass(999);
  expect(blockedMs("all")).toBe(1);
  pass(1);
  expect(blockedMs("all")).toBe(0);
});

test("what is blocked for strangers is open for others, and a shorter block takes nothing back", () => {
  const { block, blockedMs, pass } = open(5);
  block("strangers", 500);
  block("strangers", 100);
  expect([blockedMs("all"), blockedMs("strangers")]).toEqual([0, 500]);
  block("all", 700);
  expect([blockedMs("all"), blockedMs("strangers")]).toEqual([700, 700]);
  pass(600);
  expect([blockedMs("all"), blockedMs("strangers")]).toEqual([100, 100]);
});

test("a clock that was set back blocks nobody", () => {
  const { block, step, blockedMs, pass } = open(1);
  step();
  block("all", 1000);
  pass(-3_600_000);
  expect(blockedMs("all")).toBe(0);
});
