import { expect, test } from "vitest";
import { createToGrantAnswer } from "../../../../src/broker/respond/create-to-grant-answer.ts";
import { preflightAnswer } from "../../../../src/broker/respond/preflight.ts";
import { toReply } from "../../../../src/broker/respond/to-reply.ts";
import { toResponse } from "../../../../src/broker/respond/to-response.ts";

const fixed = {
  "Cache-Control": "no-store",
  Vary: "Origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Request-Id": "id-1",
};

const visit = { listedOrigin: null, requestId: "id-1", method: "GET" };

test("a stranger's reply has the fixed headers and those of the answer, and none that lets a page read it", () => {
  const answer = { status: 404, body: "{}", headers: { "Content-Type": "text/plain" } };
  expect(toReply(answer, visit)).toEqual({
    status: 404,
    body: "{}",
    headers: { ...fixed, "Content-Type": "text/plain" },
  });
});

test("a listed page may read its reply, and three headers of it", () => {
  const listed = { ...visit, listedOrigin: "https://www.example.com" };
  expect(toReply({ status: 200, body: "{}", headers: {} }, listed).headers).toEqual({
    ...fixed,
    "Access-Control-Allow-Origin": "https://www.example.com",
    "Access-Control-Expose-Headers": "Date, Retry-After, X-Request-Id",
  });
});

test("HEAD has no body", () => {
  expect(toReply({ status: 200, body: "{}", headers: {} }, { ...visit, method: "HEAD" }).body).toBeNull();
});

test("a preflight allows reading, for ten minutes", () => {
  expect(preflightAnswer).toEqual({
    status: 204,
    body: null,
    headers: {
      Allow: "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Methods": "GET, HEAD",
      "Access-Control-Max-Age": "600",
    },
  });
});

test("a response says what the reply says", async () => {
  const response = toResponse({ status: 201, body: "text", headers: { "X-Request-Id": "id-1" } });
  expect([response.status, await response.text(), response.headers.get("x-request-id")]).toEqual([
    201,
    "text",
    "id-1",
  ]);
});

test("a grant is written once for each token that is kept", () => {
  const toGrantAnswer = createToGrantAnswer();
  const token = {
    token: "Token",
    expires: null,
    expiresAtMs: null,
    generatedAtMs: 0,
    isForWidget: true,
    referrers: [],
  };
  const resource = { id: "1", name: null, email: "a@example.com", timezone: null, avatar: null };
  const first = toGrantAnswer({ token, app: "app", resource });
  expect(first).toMatchObject({ status: 200, headers: { "Content-Type": "application/json" } });
  expect(JSON.parse(first.body ?? "")).toEqual({
    type: "client-token",
    token: "Token",
    expires: null,
    app: "app",
    resource,
  });
  expect(toGrantAnswer({ token, app: "app", resource })).toBe(first);
  const other = toGrantAnswer({ token: { ...token, token: "Other" }, app: "app", resource });
  expect(other.body).toContain('"Other"');
});
