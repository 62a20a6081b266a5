import { expect, test } from "vitest";
import { createFlights } from "../../../../src/broker/timekit/flights.ts";

const world = () => {
  const flights = createFlights<string>();
  const kept: Promise<unknown>[] = [];
  let started = 0;
  return {
    kept,
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
