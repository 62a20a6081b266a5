import { expect, test } from "vitest";
import { absent, createClockworkWorld, granting, resourceId, status } from "../clockwork-world.ts";

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
