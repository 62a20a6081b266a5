import { expect, test } from "vitest";
import { createFindResource } from "../../../../src/broker/timekit/find-resource.ts";
import { resourceId as id } from "../clockwork-world.ts";
import { answer, createAskWorld } from "./ask-world.ts";

const credentials = [{ type: "client-token", token: "ClientToken" }];

const open = (lookup: "include" | "search") => {
  const world = createAskWorld();
  const findResource = createFindResource({ ask: world.ask, lookup, keys: ["one"] });
  return { ...world, find: () => findResource(id, world.errand) };
};

test("one request has the resource with its credentials", async () => {
  const { find, asked, respondWith } = open("include");
  respondWith(() => answer(200, { data: { id, email: "a@example.com", credentials } }));
  expect(await find()).toMatchObject({ kind: "found", tokens: [{ token: "ClientToken" }] });
  expect(asked).toEqual([`one https://timekit.example/v2/resources/${id}?include=credentials`]);
});

test("or two have them, and the clock is that of the credentials", async () => {
  const { find, asked, respondWith, now } = open("search");
  respondWith((url) =>
    url.includes("/credentials")
      ? answer(200, { data: credentials }, { date: new Date(now() + 5000).toUTCString() })
      : answer(200, { data: { id, email: "a@example.com" } }),
  );
  expect(await find()).toMatchObject({
    kind: "found",
    tokens: [{ token: "ClientToken" }],
    clockAheadMs: 5000,
  });
  expect(asked).toEqual([
    `one https://timekit.example/v2/resources/${id}`,
    `one https://timekit.example/v2/credentials?search=resource.id:${id}`,
  ]);
});

test.each(["/resources", "/credentials"])("a search that has nothing at %s finds nothing", async (place) => {
  const { find, respondWith } = open("search");
  respondWith((url) =>
    url.includes(place)
      ? answer(404, { error: "Resource does not exist" })
      : answer(200, { data: url.includes("cred") ? credentials : { id } }),
  );
  expect(await find()).toEqual({ kind: "none", reason: "resource-absent" });
});

test("a resource that is absent is none", async () => {
  expect(await open("include").find()).toEqual({ kind: "none", reason: "resource-absent" });
});

test("a search whose answer is null has no data", async () => {
  const { find, respondWith } = open("search");
  respondWith((url) =>
    answer(200, url.includes("/credentials") ? null : { data: { id, email: "a@example.com", credentials } }),
  );
  await expect(find()).rejects.toMatchObject({ reason: "no-data" });
});

test("the broker's own key is no token", async () => {
  const { find, respondWith } = open("include");
  const entries = [{ type: "client-token", token: "one" }];
  respondWith(() => answer(200, { data: { id, email: "a@example.com", credentials: entries } }));
  expect(await find()).toEqual({ kind: "none", reason: "no-usable-credential" });
});
