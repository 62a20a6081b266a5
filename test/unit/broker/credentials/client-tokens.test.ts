import { afterEach, describe, expect, test, vi } from "vitest";
import {
  chooseClientToken,
  type ClientToken,
  parseClientToken,
  parseTime,
} from "../../../../src/broker/credentials/client-token.ts";
import { acceptedTokens, refusedTimes, refusedTokens, refusedTypes } from "../../../cases/tokens.ts";

describe("an entry of Timekit's list", () => {
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
});

describe("a time", () => {
  const expected = Date.UTC(2027, 10, 6, 12, 22, 4);

  test.each([
    ["2027-11-06T12:22:04+00:00", expected],
    ["2027-11-06T12:22:04Z", expected],
    ["2027-11-06T13:22:04+0100", expected],
    ["2027-11-06T04:22:04-08:00", expected],
    ["2027-11-06 12:22:04", expected],
    ["2027-11-06T12:22:04", expected],
    ["2027-11-06T12:22:04.5Z", expected + 500],
    ["2027-11-06T12:22:04.500000Z", expected + 500],
    ["2027-11-06T12:22:04.500000000Z", expected + 500],
    ["2027-11-06 12:22:04-0130", expected + 90 * 60_000],
  ])("%s is read", (text, timeMs) => {
    expect(parseTime(text)).toBe(timeMs);
  });

  afterEach(() => vi.unstubAllEnvs());

  test("a time without an offset is UTC, wherever the broker runs", () => {
    vi.stubEnv("TZ", "Asia/Tokyo");
    expect(parseTime("2027-11-06 12:22:04")).toBe(expected);
  });

  test.each([
    undefined,
    null,
    "",
    ...refusedTimes,
    "2027",
    "2027-11-06",
    "2027-13-06T12:22:04Z",
    "2027-11-06T25:22:04Z",
    "2027-11-06T12:22:04+00:00 or later",
    " 2027-11-06T12:22:04Z",
    "2027-11-06T12:22:04Z ",
    "2027-11-06T12:22:04.Z",
    "2027-11-06T12:22:04.1234567890Z",
    "2027-11-06T12:22:04+1",
    "2027-11-06T12:22:04+01",
    "2027-11-06T12:22Z",
    "2027-11-06_12:22:04Z",
    "12027-11-06T12:22:04Z",
    1_825_000_000,
    ["2027-11-06T12:22:04Z"],
  ])("%j is no time", (value) => {
    expect(parseTime(value)).toBeUndefined();
  });
});

describe("of several tokens", () => {
  const nowMs = Date.UTC(2026, 0, 1);
  const origin = "https://www.example.com";

  const make = (token: string, special: Partial<ClientToken> = {}): ClientToken => ({
    token,
    expires: null,
    expiresAtMs: null,
    generatedAtMs: 0,
    isForWidget: true,
    referrers: [],
    ...special,
  });

  test.each<[string, readonly ClientToken[], string | undefined]>([
    ["nothing from nothing", [], undefined],
    ["the only one", [make("a")], "a"],
    [
      "the newest",
      [make("a", { generatedAtMs: 1 }), make("b", { generatedAtMs: 3 }), make("c", { generatedAtMs: 2 })],
      "b",
    ],
    ["the first of equals", [make("a"), make("b")], "a"],
    [
      "an unexpired one",
      [make("a", { expiresAtMs: nowMs, generatedAtMs: 9 }), make("b", { expiresAtMs: nowMs + 1 })],
      "b",
    ],
    ["none that has expired", [make("a", { expiresAtMs: nowMs - 1 })], undefined],
    [
      "one for widgets before a newer one",
      [make("a", { isForWidget: false, generatedAtMs: 9 }), make("b")],
      "b",
    ],
    [
      "one for widgets, also if a newer one comes after it",
      [make("a"), make("b", { isForWidget: false, generatedAtMs: 9 })],
      "a",
    ],
    [
      "one for several sites of which this is one",
      [
        make("a", { referrers: ["b.example"], generatedAtMs: 9 }),
        make("b", { referrers: ["c.example", origin] }),
      ],
      "b",
    ],
    ["one for anything where there is no other", [make("a", { isForWidget: false })], "a"],
    [
      "one for this site before a newer one",
      [make("a", { referrers: ["https://b.example"], generatedAtMs: 9 }), make("b", { referrers: [origin] })],
      "b",
    ],
    [
      "one for every site before a newer one",
      [make("a", { referrers: ["https://b.example"], generatedAtMs: 9 }), make("b")],
      "b",
    ],
    [
      "one for widgets before one for this site",
      [make("a", { isForWidget: false }), make("b", { referrers: ["https://b.example"] })],
      "b",
    ],
    [
      "one for this host",
      [make("a", { referrers: ["b.example"] }), make("b", { referrers: ["www.example.com"] })],
      "b",
    ],
    [
      "one for an address on this site",
      [make("a", { referrers: ["b.example"] }), make("b", { referrers: ["https://www.example.com/book?x"] })],
      "b",
    ],
    [
      "not one for a longer host",
      [make("a", { referrers: ["https://www.example.com.b.example"] }), make("b")],
      "b",
    ],
    [
      "not one for a referrer that is no address",
      [make("a", { referrers: ["http://", "::"] }), make("b")],
      "b",
    ],
  ])("it takes %s", (_what, tokens, chosen) => {
    expect(chooseClientToken(tokens, { origin, nowMs })?.token).toBe(chosen);
  });

  test("without an origin, a token for one site is no better than another", () => {
    const tokens = [make("a", { referrers: [origin], generatedAtMs: 1 }), make("b", { generatedAtMs: 0 })];
    expect(chooseClientToken(tokens, { origin: null, nowMs })?.token).toBe("b");
  });

  test("without an origin, a token for a host is no error", () => {
    const tokens = [make("a", { referrers: ["www.example.com"] }), make("b", { referrers: ["b.example"] })];
    expect(chooseClientToken(tokens, { origin: null, nowMs })?.token).toBe("a");
  });

  test("the given list stays as it is", () => {
    const tokens = Object.freeze([make("a"), make("b", { generatedAtMs: 1 })]);
    chooseClientToken(tokens, { origin, nowMs });
    expect(tokens.map(({ token }) => token)).toEqual(["a", "b"]);
  });
});
