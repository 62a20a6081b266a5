// @vitest-environment node
import { describe, expect, test } from "vitest";
import { canary, goodGrant, grantWith } from "./grant-body.ts";
import { verdictOn, verdictOnText } from "./judge.ts";

describe("token/refused", () => {
  test.each([
    "server-token",
    "Client-Token",
    "CLIENT-TOKEN",
    "client_token",
    "client token",
    "clienttoken",
    " client-token",
    "client-token ",
    "client-token\n",
    "client-token\u0000",
    "client\u200b-token",
    "\u0441lient-token",
    "client-token,server-token",
    "user-token",
    "",
    null,
    true,
    1,
    [],
    ["client-token"],
    ["client-token", "server-token"],
    {},
    { type: "client-token" },
    { 0: "client-token", length: 1 },
  ])("is the type %j", (type) => {
    expect(verdictOn(grantWith({ type }))).toBe("token/refused");
  });

  test.each([
    "",
    "x".repeat(4097),
    ` ${canary}`,
    `${canary} `,
    `${canary} ${canary}`,
    `${canary}\t`,
    `${canary}\n`,
    `${canary}\r\nTimekit-App: other`,
    `${canary}\u0000`,
    `${canary}\u007f`,
    `${canary}é`,
    `${canary}\u00a0`,
    `${canary}🔑`,
    null,
    true,
    7,
    [canary],
    { value: canary },
  ])("is the token %j", (token) => {
    expect(verdictOn(grantWith({ token }))).toBe("token/refused");
  });

  const server = { type: "server-token", token: canary };
  test.each([
    ["beside the token", grantWith({ credential: server })],
    ["in a list", grantWith({ credentials: [goodGrant, server] })],
    ["two lists deep", grantWith({ credentials: [[server]] })],
    ["in the resource", grantWith({}, { credentials: [server] })],
    ["as the resource's type", grantWith({}, { type: "server-token" })],
    ["in place of the expiry", grantWith({ expires: server })],
    ["in place of the name", grantWith({}, { name: server })],
    ["under an empty key", grantWith({ "": server })],
    ["under constructor.prototype", grantWith({ constructor: { prototype: server } })],
    ["in another spelling", grantWith({ more: { type: " Server_Token " } })],
    ["among other types", grantWith({ more: { type: ["widget", ["server-token"]] } })],
    ["in an answer that is no grant", { data: [server] }],
    ["in a list around the grant", [goodGrant, server]],
  ])("is a server-token %s", (_, body) => {
    expect(verdictOn(body)).toBe("token/refused");
  });

  const text = JSON.stringify(goodGrant);
  test.each([
    ["under __proto__", text.replace("{", `{"__proto__":{"type":"server-token"},`)],
    ["in escapes", text.replace("{", String.raw`{"more":{"type":"\u0073erver-token"},`)],
    ["as the second of two types", text.replace(/\}$/, `,"type":"server-token"}`)],
    ["as the first of two types", text.replace("{", `{"type" : "server-token",`)],
    ["as the first of two, deeper", text.replace("{", `{"more":[{"type":"server-token","type":"x"}],`)],
  ])("is a server-token %s", (_, body) => {
    expect(verdictOnText(body)).toBe("token/refused");
  });
});

test("of two reasons a server-token is the one that is named", () => {
  const body = { type: "server-token", expires: "2016-11-06T12:22:04+00:00" };
  expect(verdictOn(body)).toBe("token/refused");
});
