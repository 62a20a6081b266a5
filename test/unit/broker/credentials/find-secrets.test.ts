import { expect, test } from "vitest";
import { findSecrets } from "../../../../src/broker/credentials/secrets.ts";

test.each([
  ["token", { token: "resource-secret" }],
  ["api_token", { api_token: "resource-secret" }],
  ["app_token", { app_token: "resource-secret" }],
  ["apiKey", { apiKey: "resource-secret" }],
  ["API-KEY in capitals", { APIKEY: "resource-secret" }],
  ["api_key", { api_key: "resource-secret" }],
  ["password", { password: "resource-secret" }],
  ["secret", { client_secret: "resource-secret" }],
  ["the token of a list of types", { type: ["client-token"], token: "resource-secret" }],
  ["the token of a server-token", { type: "server-token", token: "resource-secret" }],
  ["the token of a misspelt type", { type: "Client-Token", token: "resource-secret" }],
  ["a nested token", { data: [{ deep: { users: [{ token: "resource-secret" }] } }] }],
  [
    "another secret of a client-token",
    { type: "client-token", token: "public-token", secret: "resource-secret" },
  ],
])("%s is secret", (_name, body) => {
  expect([...findSecrets(body)]).toEqual(["resource-secret"]);
});

test.each([
  ["a client-token", { type: "client-token", token: "public-token" }],
  ["a time", { token_generated_at: "2026-11-06T12:22:04+00:00" }],
  ["a number", { token: 123_456_789 }],
  ["text too short to tell from chance", { token: "abc" }],
  ["text of seven characters", { token: "1234567" }],
  ["a name that only begins so", { tokens: "resource-secret", keyword: "resource-secret" }],
  ["text in a list", { token: ["resource-secret"] }],
  ["nothing", null],
])("%s is not", (_name, body) => {
  expect([...findSecrets(body)]).toEqual([]);
});

test("eight characters can be secret", () => {
  expect([...findSecrets({ token: "12345678" })]).toEqual(["12345678"]);
});

test("all of them are found, each once", () => {
  const body = [{ token: "first-secret" }, { token: "first-secret", password: "other-secret" }];
  expect([...findSecrets(body)].sort()).toEqual(["first-secret", "other-secret"]);
});

test("a body nested deeper than the stack is walked to its end", () => {
  const depth = 200_000;
  const body: unknown = JSON.parse(`${"[".repeat(depth)}{"token":"deepest-secret"}${"]".repeat(depth)}`);
  expect([...findSecrets(body)]).toEqual(["deepest-secret"]);
});
