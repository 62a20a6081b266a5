import { expect, test } from "vitest";
import { isPrivateAddress } from "../../../../src/broker/limits/is-private-address.ts";

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "192.168.0.1",
  "172.16.0.1",
  "172.20.0.1",
  "172.31.9.9",
  "::1",
  "fd00::1",
  "fe80::1",
  "::ffff:10.0.0.1",
])("%s is private", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  "203.0.113.1",
  "172.15.0.1",
  "172.32.0.1",
  "192.169.0.1",
  "100.1.1.1",
  "203.10.0.1",
  "203.192.168.1",
  "203.172.16.1",
  "::11",
  "2001:db8::1",
  "::ffff:203.0.113.1",
  "",
])("%s is not", (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
