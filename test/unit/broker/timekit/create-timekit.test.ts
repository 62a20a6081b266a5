import { describe, expect, test } from "vitest";
import { createFindApp } from "../../../../src/broker/timekit/find-app.ts";
import { createFindResource } from "../../../../src/broker/timekit/find-resource.ts";
import {
  absent,
  createClockworkWorld,
  granting,
  resourceId,
  resourceId as id,
  status,
} from "../clockwork-world.ts";
import { answer, createAskWorld } from "./ask-world.ts";

describe("all together", () => {
  const resourcePath = `/v2/resources/${resourceId}`;

  const isApp = (url: string): boolean => url.endsWith("/app");

  test("the app is asked for beside the resource, once", async () => {
    const { ask, asked, respondWith, pass } = createClockworkWorld({ timekitApp: undefined });
    respondWith((id, url) => (isApp(url) ? Response.json({ data: { slug: "theirs" } }) : granting(id)));
    expect(await (await ask()).json()).toMatchObject({ app: "theirs", token: "ClientToken" });
    pass(5 * 60_000);
    expect((await ask()).status).toBe(200);
    expect([asked.length, asked.filter(isApp)]).toEqual([3, ["/v2/app"]]);
  });

  test.each([
    [true, 502, "no-app"],
    [false, 404, "resource-absent"],
  ])(
    "an app that cannot be found matters only where there is something to grant: %s",
    async (has, code, reason) => {
      const { ask, respondWith, log } = createClockworkWorld({ timekitApp: undefined });
      respondWith((id, url) => (isApp(url) || !has ? absent() : granting(id)));
      expect((await ask()).status).toBe(code);
      expect(log.at(-1)).toMatchObject({ reason });
    },
  );

  test("during a rotation, the next key is tried where the first is refused", async () => {
    const answers = [401, 401, 200, 200];
    const respond = (id: string) => (answers.shift() === 200 ? granting(id) : status(401));
    const alone = createClockworkWorld();
    alone.respondWith(respond);
    expect((await alone.ask()).status).toBe(502);
    const rotating = createClockworkWorld({ timekitApiKeyNext: "live_api_key_of_tomorrow" });
    rotating.respondWith(respond);
    expect((await rotating.ask()).status).toBe(200);
    expect([alone.asked, rotating.asked]).toEqual([[resourcePath], [resourcePath, resourcePath]]);
  });

  test("credentials can be found by a search", async () => {
    const { ask, asked, respondWith } = createClockworkWorld({ timekitLookup: "search" });
    respondWith((id, url) =>
      url.includes("/credentials")
        ? Response.json({ data: [{ type: "client-token", token: "Searched" }] })
        : granting(id),
    );
    expect(await (await ask()).json()).toMatchObject({ token: "Searched" });
    expect(asked).toEqual([resourcePath, "/v2/credentials"]);
  });
});

describe("the app", () => {
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
});

describe("the resource", () => {
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

  test.each(["/resources", "/credentials"])(
    "a search that has nothing at %s finds nothing",
    async (place) => {
      const { find, respondWith } = open("search");
      respondWith((url) =>
        url.includes(place)
          ? answer(404, { error: "Resource does not exist" })
          : answer(200, { data: url.includes("cred") ? credentials : { id } }),
      );
      expect(await find()).toEqual({ kind: "none", reason: "resource-absent" });
    },
  );

  test("a resource that is absent is none", async () => {
    expect(await open("include").find()).toEqual({ kind: "none", reason: "resource-absent" });
  });

  test("a search whose answer is null has no data", async () => {
    const { find, respondWith } = open("search");
    respondWith((url) =>
      answer(
        200,
        url.includes("/credentials") ? null : { data: { id, email: "a@example.com", credentials } },
      ),
    );
    await expect(find()).rejects.toMatchObject({ reason: "no-data" });
  });

  test("the broker's own key is no token", async () => {
    const { find, respondWith } = open("include");
    const entries = [{ type: "client-token", token: "one" }];
    respondWith(() => answer(200, { data: { id, email: "a@example.com", credentials: entries } }));
    expect(await find()).toEqual({ kind: "none", reason: "no-usable-credential" });
  });
});
