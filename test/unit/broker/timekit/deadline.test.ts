import { expect, test } from "vitest";
import { defaultRuntime } from "../../../../src/broker/runtime.ts";
import { withDeadline } from "../../../../src/broker/timekit/deadline.ts";

test("work that ends in time gives its result, and its signal then aborts what it left behind", async () => {
  let left: AbortSignal | undefined;
  const result = await withDeadline(1000, defaultRuntime, async ({ signal }) => {
    left = signal;
    expect(signal.aborted).toBe(false);
    return "done";
  });
  expect(result).toBe("done");
  expect(left?.aborted).toBe(true);
});

test("work is told when its time ends", async () => {
  const runtime = { ...defaultRuntime, now: () => 5000 };
  expect(await withDeadline(1000, runtime, async ({ endsAtMs }) => endsAtMs)).toBe(6000);
});

test("work that ignores the signal is given up all the same", async () => {
  const startedAtMs = performance.now();
  const never = withDeadline(30, defaultRuntime, () => new Promise(() => undefined));
  await expect(never).rejects.toMatchObject({ code: "upstream-timeout", reason: "timeout" });
  expect(performance.now() - startedAtMs).toBeLessThan(500);
});

test("work that fails fails as it is", async () => {
  const failure = new Error("broken");
  await expect(withDeadline(1000, defaultRuntime, () => Promise.reject(failure))).rejects.toBe(failure);
});

test("work that throws at once leaves no rejection behind that nobody handles", async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  process.on("unhandledRejection", note);
  const failure = new Error("broken");
  const throwing = withDeadline(1000, defaultRuntime, () => {
    throw failure;
  });
  await expect(throwing).rejects.toBe(failure);
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});
