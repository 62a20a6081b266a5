import { expect, test } from "vitest";
import { createIsSecret } from "../../../../src/broker/credentials/secrets.ts";

const isSecret = createIsSecret({
  found: ["server-secret", "server-token-2", "12345678", "server-s-with-more"],
  keys: ["k7", "live_api_key"],
});

test.each([
  "server-secret",
  "xserver-secretx",
  "xxserver-token-2",
  "server-s-with-more",
  "12345678",
  "0123456789",
  "server-seserver-secret",
  "k7",
  "a k7 inside",
  "my live_api_key_too",
])("%s is secret", (text) => {
  expect(isSecret(text)).toBe(true);
});

test.each(["", "server-s", "server-secre", "server-token-3", "1234567", "2345678", "live_api", "K7"])(
  "%j is not",
  (text) => {
    expect(isSecret(text)).toBe(false);
  },
);

test("without secrets nothing is secret", () => {
  expect(createIsSecret({ found: [], keys: [] })("server-secret")).toBe(false);
});

test("what could not be compared in time counts as secret", () => {
  const found = Array.from({ length: 2000 }, (_, index) => `aaaaaaaa${"a".repeat(300)}${index}`);
  const isSecret = createIsSecret({ found, keys: [] });
  expect(isSecret("public-token")).toBe(false);
  expect(isSecret("a".repeat(400))).toBe(true);
  expect(isSecret("public-token")).toBe(false);
});
