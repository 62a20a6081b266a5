import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BrokerSettings } from "../../src/broker/index.ts";
import { check } from "../../src/broker/node/check.ts";
import { defaultRuntime } from "../../src/broker/runtime.ts";
import { parseSettings } from "../../src/broker/settings/parse-settings.ts";
import { findLeaks } from "./find-leaks.ts";
import { always, likeTimekit, type Respond, startUpstream, type Upstream } from "./start-upstream.ts";
import { clientToken, makeBodies, resourceId, secrets, serverToken } from "./timekit-bodies.ts";

describe("timekit-broker --check", () => {
  let upstream: Upstream;

  beforeAll(async () => {
    upstream = await startUpstream();
  });

  beforeEach(() => upstream.respondWith(likeTimekit(makeBodies())));

  afterAll(() => upstream.close());

  const run = async (
    special: Partial<BrokerSettings> = {},
    ids: string | readonly string[] = [],
    days = 0,
  ) => {
    const settings = parseSettings({
      timekitApiKey: secrets.apiKey,
      allowedOrigins: "https://www.example.com",
      timekitApiUrl: upstream.url,
      upstreamTimeoutMs: 3000,
      ...special,
    });
    const findings = await check({ settings, runtime: defaultRuntime, resourceIds: [ids].flat(), days });
    const texts = findings.map(({ isGood, text }) => `${isGood ? "good" : "bad"}: ${text}`);
    expect(findLeaks(texts.join("\n"))).toEqual([]);
    expect(texts.join("\n")).not.toContain(clientToken.token);
    return texts;
  };

  test("says that the key is accepted and which app it belongs to", async () => {
    expect(await run()).toEqual(["good: TIMEKIT_API_KEY is accepted. Its app is example-app."]);
  });

  test.each(["include", "search"])(
    "says when a resource's token expires, with the lookup %s",
    async (timekitLookup) => {
      expect(await run({ timekitLookup }, resourceId.toUpperCase())).toEqual([
        "good: TIMEKIT_API_KEY is accepted. Its app is example-app.",
        `good: Resource ${resourceId} has a client-token, which expires 2099-11-09T13:49:47+00:00.`,
      ]);
    },
  );

  test("checks both keys of a rotation", async () => {
    expect(await run({ timekitApiKeyNext: secrets.nextApiKey }, resourceId)).toEqual([
      "good: TIMEKIT_API_KEY is accepted. Its app is example-app.",
      "bad: TIMEKIT_API_KEY_NEXT is refused by Timekit (401). Check that it is the API key of the right app, live or test.",
      expect.stringMatching(/^good: Resource .* has a client-token/),
    ]);
  });

  test("notices an app that is not the key's", async () => {
    expect(await run({ timekitApp: "another-app" })).toEqual([
      "bad: TIMEKIT_API_KEY is accepted, but its app is example-app, and TIMEKIT_APP names another one.",
    ]);
  });

  test.each<[string, Respond, RegExp]>([
    [
      "redirects",
      always(301, { Location: "https://elsewhere.example" }),
      /redirects: check TIMEKIT_API_URL\.$/,
    ],
    ["limits the rate", always(429), /is limiting requests/],
    ["is down", always(503), /is busy or down/],
    ["cannot be reached", (_request, response) => void response.destroy(), /cannot be reached/],
    ["sends HTML", always(200, {}, "<html>"), /sent an answer that cannot be used \(not-json\)\.$/],
    ["names no app", always(200, {}, '{"data":{}}'), /set TIMEKIT_APP\.$/],
  ])("says so when Timekit %s", async (_what, respond, text) => {
    upstream.respondWith(respond);
    const [finding] = await run();
    expect(finding).toMatch(/^bad: TIMEKIT_API_KEY was not checked: Timekit /);
    expect(finding).toMatch(text);
  });

  test("says that Timekit refuses a key, which then was checked", async () => {
    upstream.respondWith(always(401));
    expect(await run()).toEqual([
      "bad: TIMEKIT_API_KEY is refused by Timekit (401). Check that it is the API key of the right app, live or test.",
    ]);
  });

  test("says so when Timekit says nothing", async () => {
    upstream.respondWith(() => undefined);
    expect(await run({ upstreamTimeoutMs: 50 })).toEqual([
      "bad: TIMEKIT_API_KEY was not checked: Timekit did not answer within UPSTREAM_TIMEOUT_MS.",
    ]);
  });

  test.each<[string, Respond, RegExp]>([
    [
      "does not exist",
      likeTimekit({ ...makeBodies(), included: undefined }),
      /does not exist in the app of this API key .*: check the id/,
    ],
    [
      "has no e-mail",
      likeTimekit(makeBodies({ resource: { email: null } })),
      /has no e-mail address, .*: add one/,
    ],
    [
      "has no client-token",
      likeTimekit(makeBodies({ credentials: [serverToken] })),
      /has no client-token \(a server-token does not count/,
    ],
    [
      "has only an expired one",
      likeTimekit(makeBodies({ credentials: [{ ...clientToken, expires: "2020-01-01T00:00:00Z" }] })),
      /has no client-token that is still valid: the last one expired 2020-01-01T00:00:00Z\. Ask/,
    ],
    [
      "is not what was asked for",
      likeTimekit(makeBodies({ resource: { id: "x" } })),
      /cannot be used \(wrong-resource\)/,
    ],
  ])("says so when a resource %s", async (_what, respond, text) => {
    upstream.respondWith(respond);
    const [, finding] = await run({}, resourceId);
    expect(finding).toMatch(/^bad: Resource /);
    expect(finding).toMatch(text);
  });

  test("says so when a token expires within the days that are asked for", async () => {
    const expires = new Date(Date.now() + 10.5 * 24 * 3_600_000).toISOString();
    upstream.respondWith(likeTimekit(makeBodies({ credentials: [{ ...clientToken, expires }] })));
    expect((await run({}, resourceId, 10))[1]).toMatch(/^good: /);
    expect((await run({}, resourceId, 11))[1]).toBe(
      `bad: Resource ${resourceId} has a client-token, but it expires ${expires}, within 11 days: ask Timekit for a new one, or move on to v2.`,
    );
    upstream.respondWith(likeTimekit(makeBodies({ credentials: [{ ...clientToken, expires: null }] })));
    expect((await run({}, resourceId, 3650))[1]).toMatch(/^good: .* does not expire\.$/);
  });

  test("checks each resource that is named, and without one those of RESOURCE_IDS", async () => {
    const other = "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913";
    const expected = [
      expect.stringMatching(/^good: TIMEKIT_API_KEY /),
      expect.stringMatching(new RegExp(`^good: Resource ${resourceId} `)),
      expect.stringMatching(new RegExp(`^bad: Resource ${other} does not exist`)),
    ];
    expect(await run({}, [resourceId, other])).toEqual(expected);
    expect(await run({ resourceIds: [resourceId, other] })).toEqual(expected);
    expect(await run({ resourceIds: [resourceId, other] }, resourceId)).toEqual(expected.slice(0, 2));
  });

  test("asks nothing about a resource that is none, or not on the list", async () => {
    const before = upstream.requests.length;
    expect((await run({}, "me"))[1]).toBe(
      "bad: The resource id is not a UUID. It is the resource's id in Timekit, not its e-mail address.",
    );
    const listed = { resourceIds: "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913" };
    expect((await run(listed, resourceId))[1]).toMatch(/is not on RESOURCE_IDS: add it there\.$/);
    expect(upstream.requests).toHaveLength(before + 2);
  });
});
