import { expect, test } from "vitest";
import { problemCodes, requestIdPattern } from "../../../src/contract/problem.ts";

test.each(["a", "A-9", "x".repeat(64), "2939c4fa-f06f-4496-8a20-03f57afcdfe6"])(
  "%s is a request id",
  (text) => {
    expect(requestIdPattern.test(text)).toBe(true);
  },
);

test.each(["", "x".repeat(65), "a b", "a_b", "a\n", "\na", "<b>", "é", "a;b"])("%j is none", (text) => {
  expect(requestIdPattern.test(text)).toBe(false);
});

test("the codes are those that are documented", () => {
  expect([...problemCodes].sort()).toEqual([
    "invalid-request",
    "method-not-allowed",
    "no-client-token",
    "not-found",
    "origin-refused",
    "rate-limited",
    "upstream-busy",
    "upstream-failed",
    "upstream-timeout",
  ]);
});
