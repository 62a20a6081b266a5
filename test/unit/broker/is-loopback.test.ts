import { expect, test } from "vitest";
import { isLoopbackHost } from "../../../src/broker/is-loopback.ts";

test.each([
  ["localhost", true],
  ["shop.localhost", true],
  ["[::1]", true],
  ["127.0.0.1", true],
  ["127.255.0.10", true],
  ["localhost.example", false],
  ["notlocalhost", false],
  [".localhost.example", false],
  ["127.0.0.1.example", false],
  ["1127.0.0.1", false],
  ["127.1", false],
  ["127.x.y.z", false],
  ["[::2]", false],
  ["", false],
])("%s is this machine: %s", (hostname, isLoopback) => {
  expect(isLoopbackHost(hostname)).toBe(isLoopback);
});
