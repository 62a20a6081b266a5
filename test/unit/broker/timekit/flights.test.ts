import { describe, expect, test } from "vitest";
import { defaultRuntime } from "../../../../src/broker/runtime.ts";
import { withDeadline } from "../../../../src/broker/timekit/deadline.ts";
import { createFlights } from "../../../../src/broker/timekit/flights.ts";

describe("a shared flight", () => {
  const world = () => {
    let nowMs = 0;
    const flights = createFlights<string>({ longestMs: 1000, now: () => nowMs });
    const kept: Promise<unknown>[] = [];
    let started = 0;
    return {
      kept,
      pass: (durationMs: number) => {
        nowMs += durationMs;
      },
      count: () => started,
      share: (key: string, work: () => Promise<string>) =>
        flights.share(
          key,
          () => {
            started += 1;
            return work();
          },
          (promise) => void kept.push(promise),
        ),
    };
  };

  test("however many ask at once, the work is done once for each key", async () => {
    const { share, count, kept } = world();
    const answers = ["a", "b", "a", "a", "b"].map((key) => share(key, async () => `answer ${key}`));
    expect(await Promise.all(answers)).toEqual(["answer a", "answer b", "answer a", "answer a", "answer b"]);
    expect(count()).toBe(2);
    expect(kept).toHaveLength(2);
  });

  test("a failure reaches all who wait and nobody who asks later", async () => {
    const { share, count, kept } = world();
    const fail = () => share("a", () => Promise.reject(new Error("upstream")));
    const outcomes = await Promise.allSettled([fail(), fail(), fail()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await share("a", async () => "healed")).toBe("healed");
    expect(count()).toBe(2);
    await expect(Promise.all(kept)).resolves.toBeDefined();
  });

  test("a flight that never ends does not hold its key for ever", async () => {
    const { share, pass } = world();
    void share("a", () => new Promise(() => undefined));
    pass(1001);
    expect(await share("a", async () => "another one")).toBe("another one");
  });

  test("a lost flight that ends after all does not end the one that replaced it", async () => {
    const { share, pass, count } = world();
    let answer = (_text: string): void => undefined;
    const lost = share("a", () => new Promise<string>((resolve) => (answer = resolve)));
    pass(1001);
    let answerSecond = (_text: string): void => undefined;
    const second = share("a", () => new Promise<string>((resolve) => (answerSecond = resolve)));
    answer("late");
    expect(await lost).toBe("late");
    const third = share("a", async () => "third");
    answerSecond("second");
    expect(await third).toBe("second");
    expect(await second).toBe("second");
    expect(count()).toBe(2);
  });
});

describe("a deadline", () => {
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
    const never = withDeadline(30, defaultRuntime, () => new Promise(() => undefined));
    await expect(never).rejects.toMatchObject({ code: "upstream-timeout", reason: "timeout" });
  });

  test("work that fails fails as it is", async () => {
    const failure = new Error("broken");
    await expect(withDeadline(1000, defaultRuntime, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  test("work that throws at once leaves no rejection behind that nobody handles", async () => {
    const unhandled: unknown[] = [];
    const onUnhandled = (error: unknown) => void unhandled.push(error);
    process.on("unhandledRejection", onUnhandled);
    const failure = new Error("broken");
    const throwing = withDeadline(1000, defaultRuntime, () => {
      throw failure;
    });
    await expect(throwing).rejects.toBe(failure);
    // Node tells of it after the microtasks of the turn.
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", onUnhandled);
    expect(unhandled).toEqual([]);
  });
});
