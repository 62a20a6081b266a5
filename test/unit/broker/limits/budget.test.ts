import { expect, test } from "vitest";
import { absent, createClockworkWorld, granting, idNumber, resourceId, status } from "../clockwork-world.ts";

const open = () => createClockworkWorld({ rateLimitPerMinute: 1_000_000 });

test("who asks for made-up ids gets less than half of the budget; a resource that was good in the last day the rest", async () => {
  const { ask, asked, pass, respondWith } = open();
  await ask();
  pass(6 * 60_000);
  respondWith(() => absent());
  const stranger = { clientAddress: "198.51.100.1" };
  // Until it is known as one, it counts as a visitor.
  for (let index = 0; index < 4; index += 1) await ask(idNumber(index), stranger);
  pass(1000);
  asked.length = 0;
  for (let index = 10; index < 30; index += 1) await ask(idNumber(index), stranger);
  expect(asked).toHaveLength(2);
  respondWith((id) => granting(id));
  expect((await ask()).status).toBe(200);
  expect(asked).toHaveLength(3);
});

test("a visitor has all of the budget", async () => {
  const { ask, asked } = open();
  for (let index = 0; index < 10; index += 1) await ask(idNumber(index));
  expect(asked).toHaveLength(5);
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
  expect(asked.length - before).toBe(5);
  const strangers = await Promise.all(
    Array.from({ length: 10 }, (_nothing, index) => ask(idNumber(100 + index))),
  );
  expect(new Set(strangers.map((answer) => answer.status))).toEqual(new Set([503]));
});

test("retries are paid for, too", async () => {
  const { ask, asked, respondWith } = createClockworkWorld({ upstreamPerSecond: 2 });
  respondWith(() => status(500));
  expect((await ask(resourceId)).status).toBe(503);
  expect(asked).toHaveLength(2);
});

test("after a 429 with Retry-After nobody asks until its time has come", async () => {
  const { ask, asked, pass, respondWith } = open();
  respondWith(() => status(429, { "Retry-After": "7" }));
  expect((await ask()).status).toBe(503);
  respondWith((id) => granting(id));
  const refused = await ask(idNumber(1), { clientAddress: "198.51.100.1" });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "7"]);
  pass(6999);
  expect((await ask(idNumber(1))).status).toBe(503);
  expect(asked).toHaveLength(1);
  pass(1);
  expect((await ask(idNumber(1))).status).toBe(200);
});

test("few requests left slow the broker down, until there are more again", async () => {
  const { ask, asked, pass, respondWith } = open();
  const letRemain = (remaining: number) =>
    respondWith((id) => {
      const response = granting(id);
      response.headers.set("X-RateLimit-Limit", "600");
      response.headers.set("X-RateLimit-Remaining", String(remaining));
      return response;
    });
  letRemain(6);
  const askMany = async (from: number) => {
    const before = asked.length;
    for (let index = from; index < from + 10; index += 1) await ask(idNumber(index));
    return asked.length - before;
  };
  expect(await askMany(0)).toBe(1);
  pass(1000);
  // A tenth of what counts as few, so ten times as far apart as else: 2 s.
  expect(await askMany(20)).toBe(0);
  pass(1000);
  letRemain(600);
  expect(await askMany(40)).toBe(5);
});

test("the owner's list counts as known", async () => {
  const ids = Array.from({ length: 5 }, (_nothing, index) => idNumber(index));
  const { ask, asked } = createClockworkWorld({ resourceIds: ids });
  for (const id of ids) expect((await ask(id)).status).toBe(200);
  expect(asked).toHaveLength(5);
});
