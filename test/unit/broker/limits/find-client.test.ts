import { expect, test } from "vitest";
import { findClient } from "../../../../src/broker/limits/find-client.ts";

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

test("without any address all share one key", () => {
  expect(findClient({ peerAddress: undefined, forwardedFor: null, trustedProxyHops: 0 })).toBe("unknown");
});
