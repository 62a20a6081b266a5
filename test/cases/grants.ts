import { clientTokenType, grantSizeLimitBytes, serverTokenType } from "../../src/contract/grant.ts";
import type { ErrorCode } from "../../src/loader/errors.ts";
import { refusedTimes, refusedTokens, refusedTypes } from "./tokens.ts";

/** An answer with status 200 that a broker might give. */
export interface GrantCase {
  /** Completes "accepts …" or "refuses …". */
  readonly name: string;
  /** The body, made of a grant that the loader would accept, by the visitor's clock. */
  readonly body: (good: GoodGrant, nowMs: number) => string;
  /** The answer's `Date`; without it the answer has none that a page may read. */
  readonly writtenAtMs?: (nowMs: number) => number;
  /** `application/json` without it. */
  readonly contentType?: string;
}

interface RefusedGrant extends GrantCase {
  /** The loader's error code; several where an engine may give up before it gets to the reason. */
  readonly code: ErrorCode | readonly ErrorCode[];
}

export interface GoodGrant {
  readonly type: string;
  readonly token: string;
  readonly expires: string | null;
  readonly app: string;
  readonly resource: Readonly<Record<"id" | "name" | "email" | "timezone" | "avatar", string>>;
}

/** A grant that the loader accepts, each of whose values holds the canary. */
export const makeGrant = (canary: string, resourceId: string): GoodGrant => ({
  type: clientTokenType,
  token: canary,
  expires: null,
  app: `app-${canary}`,
  resource: {
    id: resourceId,
    name: `Name ${canary}`,
    email: `${canary}@example.com`,
    timezone: "Europe/London",
    avatar: `https://example.com/${canary}.png`,
  },
});

/** A copy without one key. */
export const without = (value: object, key: string): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

const minuteMs = 60_000;
const yearMinutes = 365 * 24 * 60;

/** An ISO time so many minutes after another. */
const after = (nowMs: number, minutes: number): string => new Date(nowMs + minutes * minuteMs).toISOString();

const withResource = (good: GoodGrant, part: object): object => ({
  ...good,
  resource: { ...good.resource, ...part },
});

const refuse = (
  code: RefusedGrant["code"],
  name: string,
  body: (good: GoodGrant, nowMs: number) => unknown,
): RefusedGrant => ({ name, code, body: (good, nowMs) => JSON.stringify(body(good, nowMs)) });

const refuseText = (
  code: RefusedGrant["code"],
  name: string,
  write: (json: string, good: GoodGrant) => string,
): RefusedGrant => ({ name, code, body: (good) => write(JSON.stringify(good), good) });

const types = refusedTypes.map((type) =>
  refuse("token/refused", `the type ${JSON.stringify(type)}`, (good) => ({ ...good, type })),
);

const tokens = refusedTokens.map(({ name, token }) =>
  refuse("token/refused", name, (good) => ({ ...good, token: token(good.token) })),
);

const deep = (value: unknown, levels: number): unknown =>
  levels === 0 ? value : levels % 2 === 0 ? { inner: deep(value, levels - 1) } : [deep(value, levels - 1)];

/** A server-token anywhere, even beside a good token. */
const serverTokens: readonly RefusedGrant[] = [
  ...Object.entries<(good: GoodGrant, server: object) => unknown>({
    "beside the token": (good, server) => ({ ...good, credential: server }),
    "in a list beside the token": (good, server) => ({ ...good, credentials: [good, server] }),
    "as the app's neighbour in data": (good, server) => ({ data: [server], ...good }),
    "inside of the resource": (good, server) => withResource(good, server),
    "as the resource's type": (good) => withResource(good, { type: serverTokenType }),
    "in a list inside of the resource": (good, server) => withResource(good, { credentials: [server] }),
    "in place of the resource's name": (good, server) => withResource(good, { name: server }),
    "in place of the expiry": (good, server) => ({ ...good, expires: server }),
    "two lists deep": (good, server) => ({ ...good, lists: [[server]] }),
    "forty levels deep": (good, server) => ({ ...good, more: deep(server, 40) }),
    "under an empty key": (good, server) => ({ ...good, "": server }),
    "under a constructor's prototype": (good, server) => ({ ...good, constructor: { prototype: server } }),
    "without any token": (good) => ({ ...good, also: { type: serverTokenType } }),
    "in another spelling": (good) => ({ ...good, more: { type: " Server_Token " } }),
    "among other types": (good) => ({ ...good, more: { type: ["widget", [serverTokenType]] } }),
    "in an answer that is no grant": (_, server) => ({ data: [server] }),
    "in a list around the grant": (good, server) => [good, server],
    "beside an expiry in the past": () => ({ type: serverTokenType, expires: "2016-11-06T12:22:04+00:00" }),
  }).map(([name, body]) =>
    refuse("token/refused", `a server-token ${name}`, (good) =>
      body(good, { type: serverTokenType, token: good.token }),
    ),
  ),
  ...Object.entries<(json: string, good: GoodGrant) => string>({
    "a server-token under __proto__": (json, { token }) =>
      json.replace("{", `{"__proto__":{"type":"server-token","token":${JSON.stringify(token)}},`),
    "a server-token written in escapes": (json) =>
      json.replace("{", String.raw`{"more":{"type":"\u0073erver-token"},`),
    "a type that is given twice, a server-token last": (json) =>
      json.replace(/\}$/, `,"type":"server-token"}`),
    "a type that is given twice, a server-token first": (json) =>
      json.replace("{", `{"type":"server-token",`),
    "a type that is given twice, a server-token first and spaced": (json) =>
      json.replace("{", `{"type" : "server-token",`),
    "a type that is given twice deeper down": (json) =>
      json.replace("{", `{"more":[{"type":"server-token","type":"x"}],`),
  }).map(([name, write]) => refuseText("token/refused", name, write)),
  refuse(["token/refused", "broker/bad-response"], "a server-token four thousand levels deep", (good) => ({
    ...good,
    more: deep({ type: serverTokenType, token: good.token }, 4000),
  })),
];

const bad = (name: string, body: (good: GoodGrant) => unknown): RefusedGrant =>
  refuse("broker/bad-response", name, body);

/** JSON that is not a grant. */
const shapes: readonly RefusedGrant[] = [
  ...["type", "token", "app", "resource"].map((key) => bad(`no ${key}`, (good) => without(good, key))),
  ...["id", "email"].map((key) =>
    bad(`no ${key} of the resource`, (good) => ({ ...good, resource: without(good.resource, key) })),
  ),
  ...["", " ", null, 7, ["app"], { slug: "app" }].map((app) =>
    bad(`the app ${JSON.stringify(app)}`, (good) => ({ ...good, app })),
  ),
  ...["", " ", null, 7, ["a@example.com"]].map((email) =>
    bad(`the e-mail ${JSON.stringify(email)}`, (good) => withResource(good, { email })),
  ),
  bad("null for a resource", (good) => ({ ...good, resource: null })),
  bad("a number for a resource", (good) => ({ ...good, resource: 7 })),
  bad("a resource's id in its place", (good) => ({ ...good, resource: good.resource.id })),
  bad("a list for a resource", (good) => ({ ...good, resource: [good.resource] })),
  bad("a resource as a list of keys and values", (good) => ({
    ...good,
    resource: Object.entries(good.resource),
  })),
  bad("a grant inside of data", (good) => ({ data: good })),
  bad("a grant in a list", (good) => [good]),
  bad("a grant under constructor.prototype", (good) => ({ constructor: { prototype: good } })),
  bad("the token as a JSON string", ({ token }) => token),
  ...[null, 7, true, [], {}].map((value) => bad(`the JSON ${JSON.stringify(value)}`, () => value)),
  ...Object.entries<(json: string, good: GoodGrant) => string>({
    "a grant under __proto__": (json) => `{"__proto__":${json}}`,
    "a type under __proto__": (_, { type, ...rest }) =>
      JSON.stringify(rest).replace("{", `{"__proto__":{"type":"${type}"},`),
    "an e-mail under the resource's __proto__": (json) =>
      json.replace(/"email":("[^"]*")/, `"__proto__":{"email":$1}`),
  }).map(([name, write]) => refuseText("broker/bad-response", name, write)),
];

/** Texts that are no JSON. */
const texts: readonly RefusedGrant[] = [
  ...Object.entries<(json: string, good: GoodGrant) => string>({
    "an empty body": () => "",
    "a grant inside of HTML": (json) => `<pre>${json}</pre>`,
    "a grant that breaks off": (json) => json.slice(0, -1),
    "a grant with something after it": (json) => `${json} ok`,
    "two grants one after the other": (json) => json + json,
    "a grant as a script's argument": (json) => `callback(${json})`,
    "a grant behind a guard against scripts": (json) => `)]}',\n${json}`,
    "a grant with a comment": (json) => `/* grant */${json}`,
    "a grant with a comma too many": (json) => json.replace(/\}$/, ",}"),
    "a grant in single quotes": (json) => json.replaceAll('"', "'"),
    "a grant behind two byte order marks": (json) => `\ufeff\ufeff${json}`,
    "a grant as a form": (_, { token }) => `type=client-token&token=${token}`,
    "the token alone": (_, { token }) => token,
  }).map(([name, write]) => refuseText("broker/bad-response", name, write)),
  {
    name: "a page of HTML",
    code: "broker/bad-response",
    contentType: "text/html",
    body: ({ token }) => `<!doctype html><title>${token}</title>`,
  },
];

// A `Date` has whole seconds.
const wholeSeconds = (timeMs: number): number => Math.floor(timeMs / 1000) * 1000;

/** Tokens that are no longer good, or of which that cannot be said. */
const expiries: readonly RefusedGrant[] = [
  ...["", "2999-02-30T00:00:00+00:00", ...refusedTimes].map((expires) =>
    refuse("token/expired", `the expiry ${JSON.stringify(expires)}`, (good) => ({ ...good, expires })),
  ),
  refuse("token/expired", "a token that expired in 2016", (good) => ({
    ...good,
    expires: "2016-11-06T12:22:04+00:00",
  })),
  ...[-5, -6, -60].map((minutes) =>
    refuse(
      "token/expired",
      `a token that expired ${-minutes} minutes ago, by the visitor's clock`,
      (good, nowMs) => ({ ...good, expires: after(nowMs, minutes) }),
    ),
  ),
  refuse("token/expired", "a token for an hour of last year, by the visitor's clock", (good, nowMs) => ({
    ...good,
    expires: after(nowMs, 60 - yearMinutes),
  })),
  ...(
    [
      ["just now", 0, 0],
      ["a minute ago", -1, 0],
      ["an hour ago, while the visitor's clock is a year behind", yearMinutes - 60, yearMinutes],
      ["an hour ago, while it is good by the visitor's clock", 60, 120],
    ] as const
  ).map(([when, expires, written]): RefusedGrant => ({
    ...refuse("token/expired", `a token that expired ${when}, by the answer's Date`, (good, nowMs) => ({
      ...good,
      expires: after(wholeSeconds(nowMs), expires),
    })),
    writtenAtMs: (nowMs) => wholeSeconds(nowMs) + written * minuteMs,
  })),
];

/** A grant for another resource than the one that was asked for. */
const resources = Object.entries<(id: string) => unknown>({
  "another resource": () => "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913",
  "a resource's id with a space before it": (id) => ` ${id}`,
  "a resource's id with a space after it": (id) => `${id} `,
  "a resource's id in braces": (id) => `{${id}}`,
  "a resource's id without hyphens": (id) => id.replaceAll("-", ""),
  "a resource's id in a list": (id) => [id],
  "null for a resource's id": () => null,
  "a number for a resource's id": () => 7,
  "an empty resource's id": () => "",
}).map(([name, id]) =>
  refuse("token/wrong-resource", name, (good) => withResource(good, { id: id(good.resource.id) })),
);

/** Answers with status 200 that the loader must not accept, each under a name of its own. */
export const refusedGrants: readonly RefusedGrant[] = [
  ...types,
  ...tokens,
  ...serverTokens,
  ...shapes,
  ...texts,
  ...expiries,
  ...resources,
];

const accept = (name: string, body: (good: GoodGrant, nowMs: number) => unknown): GrantCase => ({
  name,
  body: (good, nowMs) => JSON.stringify(body(good, nowMs)),
});

const acceptText = (name: string, write: (json: string) => string): GrantCase => ({
  name,
  body: (good) => write(JSON.stringify(good)),
});

/** Answers that are as right as those that are refused look. */
export const acceptedGrants: readonly GrantCase[] = [
  accept("the broker's own answer", (good) => good),
  accept("the resource's id in capitals", (good) =>
    withResource(good, { id: good.resource.id.toUpperCase() }),
  ),
  accept("no expiry", (good) => without(good, "expires")),
  accept("null for the expiry", (good) => ({ ...good, expires: null })),
  ...[
    "2999-11-06T12:22:04+00:00",
    "2999-11-06T12:22:04Z",
    "2999-11-06 12:22:04.5+02:00",
    "2996-02-29T00:00Z",
  ].map((expires) => accept(`the expiry ${expires}`, (good) => ({ ...good, expires }))),
  ...[1, -4].map((minutes) =>
    accept(`an expiry ${minutes} minutes ahead, by the visitor's clock`, (good, nowMs) => ({
      ...good,
      expires: after(nowMs, minutes),
    })),
  ),
  ...(
    [
      ["in a minute", 1, 0],
      ["in an hour, while the visitor's clock is a year ahead", 60 - yearMinutes, -yearMinutes],
    ] as const
  ).map(([when, expires, written]): GrantCase => ({
    ...accept(`an expiry ${when}, by the answer's Date`, (good, nowMs) => ({
      ...good,
      expires: after(nowMs, expires),
    })),
    writtenAtMs: (nowMs) => nowMs + written * minuteMs,
  })),
  accept("null for name, time zone and picture", (good) =>
    withResource(good, { name: null, timezone: null, avatar: null }),
  ),
  accept("nothing that may be absent", ({ type, token, app, resource: { id, email } }) => ({
    type,
    token,
    app,
    resource: { id, email },
  })),
  accept("a name and a picture that are no text", (good) => withResource(good, { name: 7, avatar: ["x"] })),
  accept("keys that nobody knows", (good) => ({
    ...good,
    more: [{ type: "user-token" }, { kind: "server-token" }],
  })),
  acceptText("exactly 64 KiB", (json) => json.padEnd(grantSizeLimitBytes)),
  acceptText("white space around it", (json) => `\r\n\t ${json} \n`),
  // As `Response.json()` reads it, and RFC 8259 lets a parser.
  acceptText("a byte order mark", (json) => `\ufeff${json}`),
  { ...acceptText("another content type", (json) => json), contentType: "text/plain" },
];
