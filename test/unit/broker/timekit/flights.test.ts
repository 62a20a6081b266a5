import { expect, test } from "vitest";
import { createFlights } from "../../../../src/broker/timekit/flights.ts";

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
  const second = share("a", () => new Promise<string>((resolve) => setTimeout(() => resolve("second"), 20)));
  answer("late");
  expect(await lost).toBe("late");
  expect(await share("a", async () => "third")).toBe("second");
  expect(await second).toBe("second");
  expect(count()).toBe(2);
});
