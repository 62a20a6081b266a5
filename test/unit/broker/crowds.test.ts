import { expect, test } from "vitest";
import { createClockworkWorld, granting, idNumber } from "./clockwork-world.ts";

test("1,000 who ask at once for one resource make one request to Timekit", async () => {
  const { ask, asked } = createClockworkWorld({ rateLimitPerMinute: 10_000 });
  const answers = await Promise.all(Array.from({ length: 1000 }, () => ask()));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  expect(asked).toHaveLength(1);
});

test("10,000 who ask at once for 50 resources make 50", async () => {
  const { ask, asked } = createClockworkWorld({ rateLimitPerMinute: 100_000, upstreamPerSecond: 100 });
  const answers = Array.from({ length: 10_000 }, (_nothing, index) => ask(idNumber(index % 50)));
  const statuses = (await Promise.all(answers)).map((answer) => answer.status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(asked).toHaveLength(50);
}, 60_000);

test("10,000 ids in a minute never bring Timekit more than 5 a second and 300 a minute", async () => {
  const { ask, pass, asked, respondWith } = createClockworkWorld({
    rateLimitPerMinute: 1_000_000,
    upstreamTimeoutMs: 20,
  });
  const times: number[] = [];
  let clockMs = 0;
  respondWith((id) => {
    times.push(clockMs);
    return granting(id);
  });
  for (let index = 0; index < 10_000; index += 1) {
    await ask(idNumber(index % 2_000));
    pass(12);
    clockMs += 12;
  }
  expect(asked.length).toBeGreaterThan(200);
  for (const [windowMs, limit] of [
    [1000, 5],
    [60_000, 300],
  ] as const)
    for (const [index, start] of times.entries())
      expect((times[index + limit] ?? Number.POSITIVE_INFINITY) - start).toBeGreaterThanOrEqual(windowMs);
}, 60_000);
