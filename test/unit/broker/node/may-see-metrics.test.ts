import { expect, test } from "vitest";
import { createMaySeeMetrics } from "../../../../src/broker/node/create-listener.ts";

const token = "metrics-token-of-the-tests";

test.each<[string, Record<string, string>, string | undefined, boolean]>([
  ["who sends the token", { Authorization: `Bearer ${token}` }, token, true],
  ["a proxy that sends it", { Authorization: `Bearer ${token}`, Forwarded: "for=a" }, token, true],
  ["who sends nothing", {}, token, false],
  ["who sends nothing where there is no token", {}, undefined, false],
  ["a wrong token", { Authorization: `Bearer ${token.slice(0, -1)}z` }, token, false],
  ["half of the token", { Authorization: `Bearer ${token.slice(0, 13)}` }, token, false],
  ["more than the token", { Authorization: `Bearer ${token}${token}` }, token, false],
  ["an empty header", { Authorization: "" }, token, false],
  ["an empty Bearer", { Authorization: "Bearer " }, token, false],
  ["a guess where there is no token", { Authorization: "Bearer undefined" }, undefined, false],
  ["another scheme", { Authorization: `Basic ${token}` }, token, false],
  ["the bare token", { Authorization: token }, token, false],
])("%s", (_who, headers, setting, maySee) => {
  expect(createMaySeeMetrics(setting)(new Headers(headers))).toBe(maySee);
});
