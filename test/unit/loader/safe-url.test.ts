// @vitest-environment node
import { expect, test } from "vitest";
import { isSafeUrl, parseUrl } from "../../../src/contract/secure-url.ts";

test.each([
  ["https://broker.example/client-token", true],
  ["https://broker.example:8443/", true],
  ["http://localhost:8787/", true],
  ["http://app.localhost/", true],
  ["http://127.0.0.1/", true],
  ["http://127.8.9.10/", true],
  ["http://127.1/", true],
  ["http://[::1]:8787/", true],
  ["http://broker.example/", false],
  ["http://localhost.example/", false],
  ["http://notlocalhost/", false],
  ["http://127.0.0.1.example/", false],
  ["http://128.0.0.1/", false],
  ["http://[::2]/", false],
  ["http://0.0.0.0/", false],
  ["https://user@broker.example/", false],
  ["https://:password@broker.example/", false],
  ["http://user:password@localhost/", false],
  ["ftp://localhost/", false],
  ["javascript:alert(1)", false],
  ["data:text/plain,x", false],
  ["blob:https://broker.example/1", false],
  ["file:///etc/passwd", false],
  ["ws://localhost/", false],
])("a token may go to %s: %s", (url, expected) => {
  expect(isSafeUrl(new URL(url))).toBe(expected);
});

test.each([
  ["/x", "https://www.example.com/x"],
  ["", "https://www.example.com/shop/"],
  ["//other.example/x", "https://other.example/x"],
  [" https://a.example/ ", "https://a.example/"],
  ["https://", undefined],
  ["http://a b/", undefined],
])("%j is %s on a page", (text, href) => {
  expect(parseUrl(text, "https://www.example.com/shop/")?.href).toBe(href);
});

test("nothing is relative to what is no address", () => {
  expect(parseUrl("/x", "about:blank")).toBeNull();
});
