import { expect, test } from "vitest";
import { maySeeMetrics } from "../../../../src/broker/metrics/may-see-metrics.ts";

const stranger = "203.0.113.1";
const token = "metrics-token";

test.each<[string, string, Record<string, string>, string | undefined, boolean]>([
  ["this machine", "127.0.0.1", {}, undefined, true],
  ["this machine in IPv6", "::1", {}, undefined, true],
  ["this machine where there is a token", "127.0.0.1", {}, token, true],
  ["a proxy on this machine", "127.0.0.1", { "X-Forwarded-For": stranger }, undefined, false],
  ["a proxy that says Forwarded", "127.0.0.1", { Forwarded: "for=203.0.113.1" }, undefined, false],
  ["a proxy that says X-Real-IP", "127.0.0.1", { "X-Real-IP": stranger }, undefined, false],
  ["a stranger", stranger, {}, undefined, false],
  ["a private network", "10.0.0.1", {}, undefined, false],
  ["a stranger with the token", stranger, { Authorization: `Bearer ${token}` }, token, true],
  [
    "a proxy with the token",
    "127.0.0.1",
    { Authorization: `Bearer ${token}`, Forwarded: "for=a" },
    token,
    true,
  ],
  ["a stranger with a wrong token", stranger, { Authorization: "Bearer metrics-tokem" }, token, false],
  ["a stranger with half of the token", stranger, { Authorization: "Bearer metrics" }, token, false],
  [
    "a stranger with more than the token",
    stranger,
    { Authorization: `Bearer ${token}${token}` },
    token,
    false,
  ],
  ["a stranger with nothing", stranger, { Authorization: "" }, token, false],
  ["a stranger with an empty Bearer", stranger, { Authorization: "Bearer " }, token, false],
  ["a stranger where there is no token", stranger, { Authorization: "Bearer undefined" }, undefined, false],
  ["another scheme", stranger, { Authorization: `Basic ${token}` }, token, false],
])("%s", (_who, peerAddress, headers, setting, maySee) => {
  expect(maySeeMetrics({ headers: new Headers(headers), peerAddress, token: setting })).toBe(maySee);
});

test("a client without an address may not", () => {
  expect(maySeeMetrics({ headers: new Headers(), peerAddress: undefined, token })).toBe(false);
});
