import { describe, expect, test } from "vitest";
import { chooseClientToken } from "../../../../src/broker/credentials/client-token.ts";
import { toGrant } from "../../../../src/broker/credentials/grant.ts";
import { parseLookup } from "../../../../src/broker/timekit/lookup.ts";
import { UpstreamError } from "../../../../src/broker/timekit/upstream-error.ts";
import { upstreamBodies } from "../../../cases/credentials.ts";
import { findLeaks } from "../../../runtime/find-leaks.ts";
import { appSlug, clientToken, makeBodies, resourceId, secrets } from "../../../runtime/timekit-bodies.ts";

const keys = [secrets.apiKey, secrets.nextApiKey];
const wish = { origin: "https://www.example.com", nowMs: Date.UTC(2026, 10, 24) };
const about = { id: resourceId, clockAheadMs: 0, keys };

/** Bodies as they come in: parsed from text, so that nothing in them is undefined. */
const receive = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the broker makes of Timekit's bodies: a grant, or its status. */
const judge = (source: Parameters<typeof parseLookup>[0]) => {
  try {
    const lookup = parseLookup(source);
    if (lookup.kind === "none") return 404;
    const token = chooseClientToken(lookup.tokens, wish);
    return token ? toGrant({ ...lookup, token, app: appSlug }) : 404;
  } catch (error) {
    if (error instanceof UpstreamError) return 502;
    throw error;
  }
};

describe.each(["inside the resource", "by a search"])("with the credentials %s", (where) => {
  test.each(upstreamBodies)("$name: the broker gives $gives", ({ gives, ...holdings }) => {
    const bodies = makeBodies(holdings);
    const judged = judge(
      where === "by a search"
        ? { ...about, resourceBody: receive(bodies.resource), credentialsBody: receive(bodies.credentials) }
        : { ...about, resourceBody: receive(bodies.included) },
    );
    expect(typeof judged === "number" ? judged : judged.token).toBe(gives);
    expect(findLeaks(JSON.stringify(judged))).toEqual([]);
  });
});

test("the grant has what the resource says, and nothing else", () => {
  expect(judge({ ...about, resourceBody: receive(makeBodies().included) })).toEqual({
    type: "client-token",
    token: "375w85a2PublicClientToken0001",
    expires: "2099-11-09T13:49:47+00:00",
    app: appSlug,
    resource: {
      id: resourceId,
      name: "Example resource",
      email: "resource@example.com",
      timezone: "America/Los_Angeles",
      avatar: "https://images.example.com/resource.png",
    },
  });
});

test.each([
  ["an empty name", { name: "" }, { name: null }],
  ["the longest name", { name: "n".repeat(2048) }, { name: "n".repeat(2048) }],
  ["a longer name", { name: "n".repeat(2049) }, { name: null }],
  ["a name and a zone that are missing", { name: null, timezone: null }, { name: null, timezone: null }],
  ["a picture by http:", { image: "http://a.example/a.png" }, { avatar: "http://a.example/a.png" }],
  ["a picture without a host", { image: "/a.png" }, { avatar: null }],
  ["a picture in the address", { image: "data:image/png;base64,AAAA" }, { avatar: null }],
  [
    "a picture under its other name",
    { image: null, img: "https://a.example/b.png" },
    { avatar: "https://a.example/b.png" },
  ],
  ["two pictures", { img: "https://a.example/b.png" }, { avatar: "https://images.example.com/resource.png" }],
])("%s", (_what, resource, granted) => {
  expect(judge({ ...about, resourceBody: receive(makeBodies({ resource }).included) })).toMatchObject({
    resource: granted,
  });
});

test.each([
  ["nothing", undefined, "no-data"],
  ["no object", [], "no-data"],
  ["a list as data", { data: [] }, "no-data"],
  ["another resource", { data: { id: "another" } }, "wrong-resource"],
])("%s is no answer", (_what, resourceBody, reason) => {
  expect(() => parseLookup({ ...about, resourceBody })).toThrow(expect.objectContaining({ reason }));
});

test("a search that brings no list is no answer", () => {
  const { resource } = makeBodies();
  expect(() => parseLookup({ ...about, resourceBody: resource, credentialsBody: {} })).toThrow(
    expect.objectContaining({ reason: "no-data" }),
  );
});

test.each([
  ["no e-mail", { resource: { email: null } }, "no-email"],
  ["no credential", { credentials: [] }, "no-usable-credential"],
  ["credentials that are no list", { credentials: { type: "client-token" } }, "no-usable-credential"],
])("with %s, the log says why there is no token", (_what, holdings, reason) => {
  const resourceBody = receive(makeBodies(holdings).included);
  expect(parseLookup({ ...about, resourceBody })).toEqual({ kind: "none", reason });
});

test("the clock of Timekit's comes along", () => {
  const resourceBody = receive(makeBodies().included);
  expect(parseLookup({ ...about, clockAheadMs: 7, resourceBody })).toMatchObject({
    kind: "found",
    clockAheadMs: 7,
  });
});

const numbered = (count: number, newestIndex: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({
    ...clientToken,
    token: `client-${index}`,
    token_generated_at: index === newestIndex ? "2026-01-01T00:00:00+00:00" : "2025-01-01T00:00:00+00:00",
  }));

test("of many tokens the newest fifty are kept", () => {
  const resourceBody = receive(makeBodies({ credentials: numbered(1000, 700) }).included);
  const held = parseLookup({ ...about, resourceBody });
  expect(held.kind === "found" && held.tokens.length).toBe(50);
  expect(judge({ ...about, resourceBody })).toMatchObject({ token: "client-700" });
});

test("no more than two thousand credentials are read, and all secrets are found", () => {
  const last = { type: "server-token", token: "client-7" };
  const resourceBody = receive(makeBodies({ credentials: [...numbered(3000, 2500), last] }).included);
  const held = parseLookup({ ...about, resourceBody });
  const tokens = held.kind === "found" ? held.tokens.map(({ token }) => token) : [];
  expect(tokens).not.toContain("client-2500");
  expect(tokens).not.toContain("client-7");
  expect(tokens).toContain("client-0");
});

test("of a token's referrers fifty are kept, and none that is long", () => {
  const referrer = [
    "",
    `https://${"a".repeat(600)}.example`,
    ...Array.from({ length: 60 }, () => "a.example"),
  ];
  const resourceBody = receive(makeBodies({ credentials: [{ ...clientToken, referrer }] }).included);
  const held = parseLookup({ ...about, resourceBody });
  const referrers = held.kind === "found" ? held.tokens[0]?.referrers : [];
  expect(referrers).toEqual(["", ...Array.from({ length: 49 }, () => "a.example")]);
});
