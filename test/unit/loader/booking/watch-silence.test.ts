import { expect, onTestFinished, test, vi } from "vitest";
import { createWatchdog } from "../../../../src/loader/booking/watchdog.ts";

const world = () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const reasons: string[] = [];
  return { watchdog: createWatchdog((reason) => void reasons.push(reason)), reasons };
};

test("who asks nothing for five seconds does not start", () => {
  const { reasons } = world();
  vi.advanceTimersByTime(4_999);
  expect(reasons).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(reasons).toEqual([expect.stringContaining("does not start")]);
  vi.advanceTimersByTime(60_000);
  expect(reasons).toHaveLength(1);
});

test("an answer has thirty seconds, also where another one has come", () => {
  const { watchdog, reasons } = world();
  watchdog.onAsked();
  watchdog.onAsked();
  vi.advanceTimersByTime(20_000);
  watchdog.onHeard();
  vi.advanceTimersByTime(29_999);
  expect(reasons).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(reasons).toEqual(["Timekit does not answer"]);
});

test("who has heard everything and shows nothing for five seconds is dead too", () => {
  const { watchdog, reasons } = world();
  watchdog.onAsked();
  vi.advanceTimersByTime(10_000);
  watchdog.onHeard();
  vi.advanceTimersByTime(5_000);
  expect(reasons).toEqual([expect.stringContaining("does not start")]);
});

test("after the stop nothing is told, and no timer is left", () => {
  const { watchdog, reasons } = world();
  watchdog.onAsked();
  watchdog.stop();
  watchdog.onHeard();
  watchdog.onAsked();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(reasons).toEqual([]);
});
