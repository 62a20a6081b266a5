import { expect, test } from "vitest";
import { findSecrets } from "../../../../src/broker/credentials/find-secrets.ts";

test.each([
  ["token", { token: "resource-secret" }],
  ["api_token", { api_token: "resource-secret" }],
  ["app_token", { app_token: "resource-secret" }],
  ["apiKey", { apiKey: "resource-secret" }],
  ["password", { password: "resource-secret" }],
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
  ["nothing", null],
])("%s is not", (_name, body) => {
  expect([...findSecrets(body)]).toEqual([]);
});

test("a body nested deeper than the stack is walked to its end", () => {
  const depth = 200_000;
  const body: unknown = JSON.parse(`${"[".repeat(depth)}{"token":"deepest-secret"}${"]".repeat(depth)}`);
  expect([...findSecrets(body)]).toEqual(["deepest-secret"]);
});
