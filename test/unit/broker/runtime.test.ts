import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultRuntime } from "../../../src/broker/runtime.ts";
import { requestIdPattern } from "../../../src/contract/problem.ts";

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Whether it has ended when all that is due has run. */
const hasEnded = async (work: Promise<void>, durationMs: number): Promise<boolean> => {
  let ended = false;
  void work.then(() => (ended = true));
  await vi.advanceTimersByTimeAsync(durationMs);
  return ended;
};

test("a delay takes its time", async () => {
  const { signal } = new AbortController();
  const delay = defaultRuntime.delay(1000, signal);
  expect(await hasEnded(delay, 999)).toBe(false);
  expect(await hasEnded(delay, 1)).toBe(true);
});

test("a delay that is not wanted any more ends at once and leaves nothing behind", async () => {
  const ended = new AbortController();
  const delay = defaultRuntime.delay(1000, ended.signal);
  expect(vi.getTimerCount()).toBe(1);
  ended.abort();
  expect(await hasEnded(delay, 0)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("a delay that is over listens to its signal no longer", async () => {
  const { signal } = new AbortController();
  const [added, removed] = [vi.spyOn(signal, "addEventListener"), vi.spyOn(signal, "removeEventListener")];
  await hasEnded(defaultRuntime.delay(1000, signal), 1000);
  expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
    added.mock.calls.map(([type, listener]) => [type, listener]),
  );
  expect(added).toHaveBeenCalledTimes(1);
});

test("the clock, chance and the network are the platform's", async () => {
  vi.setSystemTime(1_234_567);
  expect(defaultRuntime.now()).toBe(1_234_567);
  vi.spyOn(Math, "random").mockReturnValue(0.25);
  expect(defaultRuntime.random()).toBe(0.25);
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (...words: unknown[]) => {
    asked.push(words);
    return new Response("answer");
  });
  const init = { redirect: "manual" } as const;
  expect(await (await defaultRuntime.fetch("https://a.example/", init)).text()).toBe("answer");
  expect(asked).toEqual([["https://a.example/", init]]);
});

test("request ids are new and fit for a header", () => {
  const ids = [defaultRuntime.createRequestId(), defaultRuntime.createRequestId()];
  for (const id of ids) expect(id).toMatch(requestIdPattern);
  expect(ids[0]).not.toBe(ids[1]);
});

test("a line of the log is one line of JSON", () => {
  const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
  defaultRuntime.log({ time: "now", level: "info", event: "warning", message: "a\nb" });
  expect(print.mock.calls).toEqual([['{"time":"now","level":"info","event":"warning","message":"a\\nb"}']]);
});
