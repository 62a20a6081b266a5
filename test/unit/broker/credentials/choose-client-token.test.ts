import { expect, test } from "vitest";
import { chooseClientToken } from "../../../../src/broker/credentials/choose-client-token.ts";
import type { ClientToken } from "../../../../src/broker/credentials/parse-client-token.ts";

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
