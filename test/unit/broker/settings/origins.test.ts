import { describe, expect, test } from "vitest";
import { isLoopbackHost } from "../../../../src/broker/is-loopback.ts";
import { isOriginAllowed, toAllowedOrigins } from "../../../../src/broker/settings/origins.ts";
import { SettingProblem } from "../../../../src/broker/settings/problem.ts";
import { allowedOrigin, refusedOrigins } from "../../../cases/origins.ts";

describe("the list", () => {
  const noOrigin = "is not an origin such as https://www.example.com";
  const wrongScheme = "is neither https: nor http:";
  const withUser = "has a user or password";
  const withPath = "has a path, query, fragment or final slash: leave only scheme, host and port";
  const otherSpelling =
    "is not written as browsers send it: in lower case and Punycode, without the default port";

  test.each([
    ["https://a.example", ["https://a.example"]],
    ["https://a.example, http://b.example:8080", ["https://a.example", "http://b.example:8080"]],
    ["https://a.example,https://a.example", ["https://a.example"]],
    ["https://xn--bcher-kva.example", ["https://xn--bcher-kva.example"]],
  ])("%s is a list", (text, origins) => {
    expect(toAllowedOrigins(text)).toEqual(new Set(origins));
  });

  test.each([
    ["", "is empty"],
    ["*", "has a wildcard: list each origin exactly"],
    ["https://*.a.example", "has a wildcard: list each origin exactly"],
    ["null", "is null, which every sandboxed frame sends: any site could then get tokens"],
    ["a.example", noOrigin],
    ["https://", noOrigin],
    ["ftp://a.example", wrongScheme],
    ["file:///a", wrongScheme],
    ["https://user@a.example", withUser],
    ["https://:word@a.example", withUser],
    ["https://a.example/", withPath],
    ["https://a.example/path", withPath],
    ["https://a.example?", withPath],
    ["https://a.example?query", withPath],
    ["https://a.example#", withPath],
    ["https://a.example#fragment", withPath],
    ["HTTPS://a.example", otherSpelling],
    ["https://A.example", otherSpelling],
    ["https://a.example:443", otherSpelling],
    ["http://a.example:80", otherSpelling],
    ["https://b\u00fccher.example", otherSpelling],
  ])("the entry %s has a sentence of its own, which counts the entries", (entry, complaint) => {
    expect(toAllowedOrigins(`https://a.example,${entry}`)).toEqual(
      new SettingProblem(`entry 2 ${complaint}.`),
    );
  });
});

describe("a request's origin", () => {
  const allowed = new Set(["https://a.example"]);

  test.each([
    ["https://a.example", null, true],
    ["https://a.example", "cross-site", true],
    [null, "same-origin", true],
    [null, null, false],
    [null, "same-site", false],
    [null, "cross-site", false],
    [null, "none", false],
    [null, "Same-Origin", false],
    ["", "same-origin", false],
    ["null", "same-origin", false],
    ["https://b.example", "same-origin", false],
    ["https://a.example.evil.example", null, false],
    ["https://a.example:8443", null, false],
    ["http://a.example", null, false],
    ["https://A.example", null, false],
    ["https://a.example, https://a.example", null, false],
  ])("the origin %s with Sec-Fetch-Site %s: %s", (origin, fetchSite, isAllowed) => {
    expect(isOriginAllowed({ origin, fetchSite }, allowed)).toBe(isAllowed);
  });

  test.each(["same-origin", null])(
    "nothing that only looks like a listed origin is one, with Sec-Fetch-Site %s",
    (fetchSite) => {
      const listed = new Set([allowedOrigin]);
      const isAllowed = (origin: string) => isOriginAllowed({ origin, fetchSite }, listed);
      expect(refusedOrigins.filter(isAllowed)).toEqual([]);
      expect(isAllowed(allowedOrigin)).toBe(true);
    },
  );
});

describe("this machine", () => {
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
});
