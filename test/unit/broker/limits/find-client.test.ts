import { describe, expect, test } from "vitest";
import { findClient, toAddressKey } from "../../../../src/broker/limits/client-address.ts";
import { isPrivateAddress } from "../../../../src/broker/limits/limit-clients.ts";

describe("the client of a request", () => {
  test.each([
    [0, null, "203.0.113.1", "the peer without a proxy"],
    [0, "198.51.100.9", "203.0.113.1", "the peer where no proxy is trusted"],
    [1, "198.51.100.9", "198.51.100.9", "what the proxy has added"],
    [1, "192.0.2.66, 198.51.100.9", "198.51.100.9", "not what the client has made up"],
    [2, "192.0.2.66, 198.51.100.9, 203.0.113.2", "198.51.100.9", "what the outer of two proxies has added"],
    [2, "198.51.100.9", "203.0.113.1", "the peer where a proxy was passed by"],
    [1, null, "203.0.113.1", "the peer where the proxy added nothing"],
    [1, "", "203.0.113.1", "the peer where the proxy added nothing readable"],
    [1, "unknown", "203.0.113.1", "the peer where the proxy does not know"],
    [1, "198.51.100.9,", "203.0.113.1", "the peer where the last entry is empty"],
  ])(
    "with %i trusted proxies and X-Forwarded-For %s, %s: %s",
    (trustedProxyHops, forwardedFor, client, _why) => {
      expect(findClient({ peerAddress: "203.0.113.1", forwardedFor, trustedProxyHops })).toBe(client);
    },
  );

  test("without any address there is no key, which would be one for all", () => {
    const none = { peerAddress: undefined, forwardedFor: null, trustedProxyHops: 0 };
    expect(findClient(none)).toBeUndefined();
    expect(findClient({ ...none, peerAddress: "unix:" })).toBeUndefined();
    expect(findClient({ ...none, forwardedFor: "198.51.100.9" })).toBeUndefined();
  });

  test("a trusted proxy's word is enough where the platform gives no address", () => {
    const forwarded = { peerAddress: undefined, forwardedFor: "198.51.100.9", trustedProxyHops: 1 };
    expect(findClient(forwarded)).toBe("198.51.100.9");
  });
});

describe("a private address", () => {
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
});

describe("the key of an address", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    [" 203.0.113.7 ", "203.0.113.7"],
    ["203.0.113.7:51234", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["1:2:3::203.0.113.7", "1:2:3:0::/64"],
    ["1:2:3:4:5:6:0.113.0.7", "1:2:3:4::/64"],
    ["1:2:3:4:5:6:7::", "1:2:3:4::/64"],
    ["1::ffff:203.0.113.7", "1:0:0:0::/64"],
  ])("%s is counted as %s", (address, key) => {
    expect(toAddressKey(address)).toBe(key);
  });

  test.each([
    "",
    "unknown",
    "_hidden",
    "256.0.0.1",
    "1.2.3",
    "1.2.3.4.5",
    "1:2:3",
    "1:2:3:4:5:6:7:8:9",
    "1::2::3",
    "12345::",
    "g::1",
    "1:2:3:4:5:6:7::8:9",
    "example.com",
    "x[::1]",
    "[::1]x",
    "x203.0.113.7:1",
    "203.0.113.7:1x",
  ])("%s is no address", (text) => {
    expect(toAddressKey(text)).toBeUndefined();
  });
});
