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
  ["another type", { type: "server-token", token: "abc" }],
  ["no type", { token: "abc" }],
  ["no token", { type: "client-token" }],
  ["an empty token", { type: "client-token", token: "" }],
  ["a space at its end", { type: "client-token", token: "abc " }],
  ["a space at its beginning", { type: "client-token", token: " abc" }],
  ["a letter beyond ASCII", { type: "client-token", token: "abcd\u00e9" }],
  ["4097 characters", { type: "client-token", token: "a".repeat(4097) }],
  ["an expiry that is no time", { type: "client-token", token: "abc", expires: "soon" }],
  ["an expiry in a list", { type: "client-token", token: "abc", expires: ["2027-11-06T12:22:04Z"] }],
])("%s is no client-token", (_what, entry) => {
  expect(parseClientToken(entry)).toBeUndefined();
});

test.each(["!", "~", "a".repeat(4096)])("the shortest and the longest are tokens", (token) => {
  expect(parseClientToken({ type: "client-token", token })?.token).toBe(token);
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
