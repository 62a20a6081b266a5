import { expect, test } from "vitest";
import { acceptedTokens, refusedTimes, refusedTokens, refusedTypes } from "../../../cases/tokens.ts";
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

test.each([
  ["2027-11-06T12:22:04Z", "2027-11-06T12:22:04Z"],
  ["2027-11-06T12:22:04-08:00", "2027-11-06T12:22:04-08:00"],
  ["2027-11-06T12:22:04+0100", "2027-11-06T11:22:04.000Z"],
  ["2027-11-06 12:22:04+01:00", "2027-11-06T11:22:04.000Z"],
  ["2027-11-06T12:22:04", "2027-11-06T12:22:04.000Z"],
  ["", null],
  [null, null],
])("the expiry %s is granted as %s", (expires, granted) => {
  expect(parseClientToken({ type: "client-token", token: "abc", expires })?.expires).toBe(granted);
});

test.each([
  ["no entry", null],
  ["a list", ["client-token"]],
  ["no type", { token: "abc" }],
  ["no token", { type: "client-token" }],
])("%s is no client-token", (_what, entry) => {
  expect(parseClientToken(entry)).toBeUndefined();
});

test.each(acceptedTokens)("the shortest and the longest are tokens", (token) => {
  expect(parseClientToken({ type: "client-token", token })?.token).toBe(token);
});

test.each(refusedTypes)("the type %j makes no client-token", (type) => {
  expect(parseClientToken({ type, token: "abc" })).toBeUndefined();
});

test.each(refusedTokens)("$name makes no client-token", ({ token }) => {
  expect(parseClientToken({ type: "client-token", token: token("abc") })).toBeUndefined();
});

test.each(refusedTimes)("the expiry %j makes no client-token", (expires) => {
  expect(parseClientToken({ type: "client-token", token: "abc", expires })).toBeUndefined();
});

test("scopes and referrers that are no texts do not count", () => {
  const entry = {
    type: "client-token",
    token: "abc",
    scopes: [7, null, "other"],
    referrer: [7, "", "a.example"],
  };
  expect(parseClientToken(entry)).toMatchObject({ isForWidget: false, referrers: ["a.example"] });
});
