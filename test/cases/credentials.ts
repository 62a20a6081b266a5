import { acceptedTokens, refusedTimes, refusedTokens, refusedTypes } from "./tokens.ts";
import { clientToken, type Holdings, resourceId, secrets, serverToken } from "../runtime/timekit-bodies.ts";

/** A body that Timekit might send, and what the broker makes of it: the token that it grants, or its status. */
interface UpstreamBody extends Holdings {
  readonly name: string;
  readonly gives: string | 404 | 502;
}

const good = clientToken.token;
const hidden = secrets.serverToken;
const otherId = "5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913";
const client = (special: Readonly<Record<string, unknown>>) => ({ ...clientToken, ...special });
const only = (special: Readonly<Record<string, unknown>>) => ({
  credentials: [serverToken, client(special)],
});

/** Bodies of Timekit with what the broker grants of them. */
export const upstreamBodies: readonly UpstreamBody[] = [
  { name: "a server-token, then a client-token", gives: good },
  { name: "a client-token, then a server-token", gives: good, credentials: [clientToken, serverToken] },
  { name: "no credential", gives: 404, credentials: [] },
  { name: "only a server-token", gives: 404, credentials: [serverToken] },
  { name: "many server-tokens", gives: 404, credentials: Array.from({ length: 60 }, () => serverToken) },
  ...refusedTypes.map((type) => ({
    name: `the type ${JSON.stringify(type)}`,
    gives: 404 as const,
    ...only({ type, token: hidden }),
  })),
  { name: "no type", gives: 404, ...only({ type: undefined, token: hidden }) },
  { name: "a server-token that calls itself a client-token", gives: 404, ...only({ token: hidden }) },
  { name: "the resource's token as a client-token", gives: 404, ...only({ token: secrets.resourceToken }) },
  {
    name: "the resource's api_token as a client-token",
    gives: 404,
    ...only({ token: secrets.resourceApiToken }),
  },
  { name: "the app's key as a client-token", gives: 404, ...only({ token: secrets.apiKey }) },
  { name: "a longer token around a server-token", gives: 404, ...only({ token: `x${hidden}x` }) },
  ...refusedTokens.map(({ name, token }) => ({ name, gives: 404 as const, ...only({ token: token(good) }) })),
  ...acceptedTokens.map((token) => ({
    name: `a token of ${token.length} times ${token[0]}`,
    gives: token,
    ...only({ token }),
  })),
  { name: "no token", gives: 404, ...only({ token: undefined }) },
  { name: "a server-token in a list", gives: 404, ...only({ token: [hidden] }) },
  { name: "a server-token in an object", gives: 404, ...only({ token: { token: hidden } }) },
  { name: "an expired client-token", gives: 404, ...only({ expires: "2016-11-09T13:49:47+00:00" }) },
  ...refusedTimes.map((expires) => ({
    name: `the expiry ${JSON.stringify(expires)}`,
    gives: 404 as const,
    ...only({ expires }),
  })),
  { name: "no expiry", gives: good, ...only({ expires: null }) },
  {
    name: "an expired and an unexpired one",
    gives: good,
    credentials: [client({ token: "Older", expires: "2016-11-09T13:49:47+00:00" }), clientToken],
  },
  {
    name: "an older one and a newer one",
    gives: good,
    credentials: [client({ token: "Older", token_generated_at: "2020-01-01T00:00:00+00:00" }), clientToken],
  },
  {
    name: "a newer one for something else and an older one for widgets",
    gives: good,
    credentials: [
      client({ token: "Newer", scopes: ["calendar"], token_generated_at: "2026-01-01T00:00:00+00:00" }),
      clientToken,
    ],
  },
  {
    name: "one for another site and one for any",
    gives: good,
    credentials: [client({ token: "Elsewhere", referrer: ["https://elsewhere.example"] }), clientToken],
  },
  { name: "a scope that is text", gives: good, ...only({ scopes: "widget" }) },
  { name: "only what cannot be missing", gives: good, credentials: [{ type: "client-token", token: good }] },
  { name: "entries that are nothing", gives: good, credentials: [null, 7, "client-token", [], clientToken] },
  {
    name: "a server-token nested in a client-token",
    gives: good,
    ...only({ parent: serverToken, app: secrets }),
  },
  {
    name: "a prototype in a client-token",
    gives: good,
    credentials: [
      JSON.parse(
        `{"__proto__":{"type":"server-token","token":"${hidden}"},"type":"client-token","token":"${good}"}`,
      ),
    ],
  },
  {
    name: "a type only in the prototype",
    gives: 404,
    credentials: [JSON.parse(`{"__proto__":{"type":"client-token"},"token":"${hidden}"}`)],
  },
  { name: "a resource without an e-mail", gives: 404, resource: { email: null } },
  { name: "a resource with an empty e-mail", gives: 404, resource: { email: "" } },
  { name: "a resource whose e-mail is a list", gives: 404, resource: { email: ["a@example.com"] } },
  {
    name: "a resource whose e-mail is its token",
    gives: 404,
    resource: { email: `${secrets.resourceToken}@example.com` },
  },
  {
    name: "a resource with more secrets",
    gives: good,
    resource: { password: hidden, app_token: secrets.apiKey, users: [{ token: hidden }] },
  },
  { name: "a resource whose name is its token", gives: good, resource: { name: secrets.resourceToken } },
  {
    name: "a picture with the token in its address",
    gives: good,
    resource: { image: `https://images.example.com/?token=${secrets.resourceApiToken}` },
  },
  { name: "a picture that is a script", gives: good, resource: { image: "javascript:alert(1)" } },
  {
    name: "a picture under its other name",
    gives: good,
    resource: { image: undefined, img: "https://images.example.com/a.png" },
  },
  { name: "facts of the wrong types", gives: good, resource: { name: 7, timezone: {}, image: [] } },
  { name: "a resource without an id", gives: good, resource: { id: undefined } },
  { name: "a resource whose id is in capitals", gives: good, resource: { id: resourceId.toUpperCase() } },
  { name: "another resource", gives: 502, resource: { id: otherId } },
  { name: "a resource whose id is a number", gives: 502, resource: { id: 7 } },
];
