import { expect, test } from "vitest";
import { parseClientToken } from "../../../../src/broker/credentials/parse-client-token.ts";

test("a full entry is read", () => {
  expect(
    parseClientToken({
      id: "961306f8-b038-419d-4f21-443c4851e8a1",
      type: "client-token",
      token: "abc",
      scopes: ["widget"],
      referrer: ["https://a.example", ""],
      expires: "2027-11-06T12:22:04+00:00",
      token_generated_at: "2026-11-06T12:22:04+00:00",
    }),
  ).toEqual({
    token: "abc",
    expires: "2027-11-06T12:22:04+00:00",
    expiresAtMs: Date.UTC(2027, 10, 6, 12, 22, 4),
    generatedAtMs: Date.UTC(2026, 10, 6, 12, 22, 4),
    isForWidget: true,
    referrers: ["https://a.example"],
  });
});

test("type and token are enough", () => {
  expect(parseClientToken({ type: "client-token", token: "abc" })).toEqual({
    token: "abc",
    expires: null,
    expiresAtMs: null,
    generatedAtMs: 0,
    isForWidget: false,
    referrers: [],
  });
});

test("an expiry without an offset is granted with one", () => {
  expect(
    parseClientToken({ type: "client-token", token: "abc", expires: "2027-11-06 12:22:04" })?.expires,
  ).toBe("2027-11-06T12:22:04.000Z");
});

test("a single scope and referrer may be text", () => {
  const entry = { type: "client-token", token: "abc", scopes: "widget", referrer: "https://a.example" };
  expect(parseClientToken(entry)).toMatchObject({ isForWidget: true, referrers: ["https://a.example"] });
});
