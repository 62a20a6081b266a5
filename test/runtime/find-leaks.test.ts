import { expect, test } from "vitest";
import { findLeaks } from "./find-leaks.ts";
import { secrets } from "./timekit-bodies.ts";

const secret = secrets.serverToken;

test.each([
  ["as it is", secret],
  ["inside JSON", JSON.stringify({ deep: [{ token: secret }] })],
  ["in base64", Buffer.from(secret).toString("base64")],
  ["in base64 behind one other byte", Buffer.from(`:${secret}`).toString("base64")],
  ["in base64 between others", `Basic ${Buffer.from(`ab${secret}xyz`).toString("base64")}`],
  ["in base64 for URLs", Buffer.from(`a:${secret}`).toString("base64url")],
  ["in hexadecimal", Buffer.from(secret).toString("hex")],
  ["with every character escaped for a URL", Buffer.from(secret).toString("hex").replace(/../g, "%$&")],
  ["with every character escaped for JSON", Buffer.from(secret).toString("hex").replace(/../g, "\\u00$&")],
])("a planted secret is found %s", (_where, text) => {
  expect(findLeaks(`before ${text} after`)).toEqual(["serverToken"]);
});

test("a text without secrets has no leaks", () => {
  expect(findLeaks(JSON.stringify({ token: "375w85a2PublicClientToken0001" }))).toEqual([]);
});
