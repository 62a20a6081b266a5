import { expect, test } from "vitest";
import { createFindApp } from "../../../../src/broker/timekit/find-app.ts";
import { answer, createAskWorld } from "./ask-world.ts";

const open = (app?: string) => {
  const world = createAskWorld();
  const runtime = { now: world.now, delay: () => new Promise<void>(() => undefined) };
  const waitedFor: Promise<unknown>[] = [];
  const findApp = createFindApp({ ask: world.ask, app, timeoutMs: 1000, runtime });
  return { ...world, waitedFor, find: () => findApp((work) => void waitedFor.push(work)) };
};

test("the owner's slug is not asked for", async () => {
  const { find, asked } = open("mine");
  expect([await find(), asked]).toEqual(["mine", []]);
});

test("Timekit is asked once, also by many at once, and the request is kept alive", async () => {
  const { find, asked, spent, respondWith, waitedFor } = open();
  respondWith(() => answer(200, { data: { slug: "theirs" } }));
  expect(await Promise.all([find(), find()])).toEqual(["theirs", "theirs"]);
  expect(await find()).toBe("theirs");
  expect(asked).toEqual(["one https://timekit.example/v2/app"]);
  expect([spent, waitedFor.length]).toEqual([[true], 1]);
});

test.each([
  ["absent", 404, { error: "Endpoint does not exist" }],
  ["without data", 200, {}],
  ["a list", 200, []],
  ["with data that are none", 200, { data: "theirs" }],
  ["without a slug", 200, { data: {} }],
  ["with a slug that is a number", 200, { data: { slug: 5 } }],
  ["with an empty slug", 200, { data: { slug: "" } }],
  ["with a slug of two lines", 200, { data: { slug: "a\nb" } }],
  ["with a slug that begins with a space", 200, { data: { slug: " a" } }],
  ["with a slug that ends with one", 200, { data: { slug: "a " } }],
  ["with a slug that is too long", 200, { data: { slug: "a".repeat(201) } }],
])("an answer %s names no app, and is not remembered", async (_what, status, body) => {
  const { find, respondWith } = open();
  respondWith(() => answer(status, body));
  await expect(find()).rejects.toMatchObject({ reason: "no-app" });
  const slug = "a".repeat(200);
  respondWith(() => answer(200, { data: { slug } }));
  expect(await find()).toBe(slug);
});
