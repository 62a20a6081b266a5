import { expect, test } from "vitest";
import { absent, createClockworkWorld, idNumber, resourceId, status } from "../clockwork-world.ts";

const open = () => createClockworkWorld({ rateLimitPerMinute: 1_000_000 });

test("strangers get half of the budget; a resource that was good in the last day gets the other half", async () => {
  const { ask, asked, pass } = open();
  await ask();
  pass(6 * 60_000);
  for (let index = 0; index < 20; index += 1) await ask(idNumber(index));
  expect(asked).toHaveLength(1 + 5);
  expect((await ask()).status).toBe(200);
  expect(asked).toHaveLength(1 + 6);
});

test("a resource without a token does not count as known", async () => {
  const { ask, asked, pass, respondWith } = open();
  respondWith(() => absent());
  for (let index = 0; index < 5; index += 1) expect((await ask(idNumber(index))).status).toBe(404);
  pass(60_000);
  for (let index = 0; index < 10; index += 1) await ask(idNumber(index));
  expect(asked).toHaveLength(5 + 5);
});

test("a spent budget is 503 with Retry-After, and an old answer where there is one", async () => {
  const { ask, pass, asked } = open();
  for (let index = 0; index < 5; index += 1) await ask(idNumber(index));
  const refused = await ask(idNumber(5));
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await refused.json()).toMatchObject({ code: "upstream-busy" });
  pass(1000);
  for (let index = 5; index < 10; index += 1) await ask(idNumber(index));
  pass(5 * 60_000);
  const before = asked.length;
  const answers = await Promise.all(Array.from({ length: 10 }, (_nothing, index) => ask(idNumber(index))));
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(asked.length - before).toBe(10);
  const strangers = await Promise.all(
    Array.from({ length: 10 }, (_nothing, index) => ask(idNumber(100 + index))),
  );
  expect(new Set(strangers.map((answer) => answer.status))).toEqual(new Set([503]));
});

test("retries are paid for, too", async () => {
  const { ask, asked, respondWith } = createClockworkWorld({ upstreamPerSecond: 2 });
  respondWith(() => status(500));
  expect((await ask(resourceId)).status).toBe(503);
  expect(asked).toHaveLength(1);
});

test("the owner's list counts as known", async () => {
  const ids = Array.from({ length: 10 }, (_nothing, index) => idNumber(index));
  const { ask, asked } = createClockworkWorld({ resourceIds: ids });
  for (const id of ids) expect((await ask(id)).status).toBe(200);
  expect(asked).toHaveLength(10);
});
