import { serverTokenType } from "../../../src/contract/grant.ts";
import { json, type RefusedAnswer, type Secret, text } from "./refused-answer.ts";

interface Hiding {
  readonly name: string;
  /** The body around a good grant and a credential of full power. */
  readonly body: (good: Secret["good"], server: object) => unknown;
}

const deep = (value: unknown, levels: number): unknown =>
  levels === 0 ? value : levels % 2 === 0 ? { inner: deep(value, levels - 1) } : [deep(value, levels - 1)];

const hidings: readonly Hiding[] = [
  { name: "beside the token", body: (good, server) => ({ ...good, credential: server }) },
  { name: "in a list beside the token", body: (good, server) => ({ ...good, credentials: [good, server] }) },
  { name: "as the app's neighbour in data", body: (good, server) => ({ data: [server], ...good }) },
  {
    name: "inside of the resource",
    body: (good, server) => ({ ...good, resource: { ...good.resource, ...server } }),
  },
  {
    name: "in a list inside of the resource",
    body: (good, server) => ({ ...good, resource: { ...good.resource, credentials: [server] } }),
  },
  {
    name: "in place of the resource's name",
    body: (good, server) => ({ ...good, resource: { ...good.resource, name: server } }),
  },
  { name: "in place of the expiry", body: (good, server) => ({ ...good, expires: server }) },
  { name: "two lists deep", body: (good, server) => ({ ...good, lists: [[server]] }) },
  { name: "forty levels deep", body: (good, server) => ({ ...good, more: deep(server, 40) }) },
  { name: "under an empty key", body: (good, server) => ({ ...good, "": server }) },
  {
    name: "under a constructor's prototype",
    body: (good, server) => ({ ...good, constructor: { prototype: server } }),
  },
  { name: "without any token", body: (good) => ({ ...good, also: { type: serverTokenType } }) },
];

const asText = (body: string, values: Readonly<Record<string, unknown>>): string =>
  body.replace(/<(\w+)>/g, (_, name: string) => JSON.stringify(values[name]));

/** A server-token anywhere, even beside a good token. */
export const nested: readonly RefusedAnswer[] = [
  ...hidings.map(({ name, body }): RefusedAnswer => ({
    name: `a server-token ${name}`,
    code: "token/refused",
    answer: ({ good, canary }) => json(body(good, { type: serverTokenType, token: canary })),
  })),
  {
    name: "a server-token under __proto__",
    code: "token/refused",
    answer: ({ good: { resource, ...good } }) =>
      text(
        asText(
          `{"type":<type>,"token":<token>,"app":<app>,"resource":<resource>,"__proto__":{"type":"server-token","token":<token>}}`,
          { ...good, resource },
        ),
      ),
  },
  {
    name: "a server-token written in escapes",
    code: "token/refused",
    answer: ({ good }) =>
      text(JSON.stringify({ ...good, more: { type: "server-token" } }).replace("server", "\\u0073erver")),
  },
  {
    name: "a type that is given twice, a server-token last",
    code: "token/refused",
    answer: ({ good }) => text(JSON.stringify(good).replace(/\}$/, `,"type":"server-token"}`)),
  },
  {
    name: "a type that is given twice, a server-token first",
    code: "token/refused",
    answer: ({ good }) => text(JSON.stringify(good).replace("{", `{"type":"server-token",`)),
  },
  {
    name: "a server-token four thousand levels deep",
    // An engine may give up before it gets there.
    code: ["token/refused", "broker/bad-response"],
    answer: ({ good, canary }) =>
      json({ ...good, more: deep({ type: serverTokenType, token: canary }, 4000) }),
  },
  {
    name: "a list of a client-token and a server-token",
    code: ["broker/bad-response", "token/refused"],
    answer: ({ good, canary }) => json([good, { type: serverTokenType, token: canary }]),
  },
];
