import { expect, test } from "vitest";
import { allowedOrigin, refusedOrigins } from "../../../cases/origins.ts";
import { isOriginAllowed } from "../../../../src/broker/origin/is-origin-allowed.ts";

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
