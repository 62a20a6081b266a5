import { expect, test } from "vitest";
import { toAllowedOrigins } from "../../../../src/broker/origin/parse-allowed-origins.ts";
import { SettingProblem } from "../../../../src/broker/settings/problem.ts";

const noOrigin = "is not an origin such as https://www.example.com";
const wrongScheme = "is neither https: nor http:";
const withUser = "has a user or password";
const withPath = "has a path, query, fragment or final slash; only scheme, host and port are compared";
const otherSpelling = "is not as browsers send it: lower case, Punycode, without the scheme's own port";

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
  ["*", "has a wildcard, but only exact origins are compared"],
  ["https://*.a.example", "has a wildcard, but only exact origins are compared"],
  ["null", "is null, which every sandboxed frame sends"],
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
  expect(toAllowedOrigins(`https://a.example,${entry}`)).toEqual(new SettingProblem(`entry 2 ${complaint}.`));
});
