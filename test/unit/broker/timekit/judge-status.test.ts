import { expect, test } from "vitest";
import { judgeStatus } from "../../../../src/broker/timekit/judge-status.ts";

test.each([
  [200, "answered"],
  [401, "key-refused"],
  [403, "absent"],
  [404, "absent"],
])("status %i is %s", (status, verdict) => {
  expect(judgeStatus(status, undefined)).toBe(verdict);
});

test.each([
  [0, "upstream-failed", "redirect", false],
  [300, "upstream-failed", "redirect", false],
  [301, "upstream-failed", "redirect", false],
  [304, "upstream-failed", "redirect", false],
  [399, "upstream-failed", "redirect", false],
  [201, "upstream-failed", "bad-status", false],
  [204, "upstream-failed", "bad-status", false],
  [400, "upstream-failed", "bad-status", false],
  [402, "upstream-failed", "bad-status", false],
  [408, "upstream-failed", "bad-status", true],
  [422, "upstream-failed", "bad-status", false],
  [429, "upstream-busy", "rate-limited", true],
  [499, "upstream-failed", "bad-status", false],
  [500, "upstream-failed", "bad-status", true],
  [502, "upstream-failed", "bad-status", true],
  [503, "upstream-busy", "unavailable", true],
  [504, "upstream-failed", "bad-status", true],
])("status %i is %s, because of %s; again: %s", (status, code, reason, isRetryable) => {
  expect(judgeStatus(status, 7000)).toMatchObject({ code, reason, isRetryable });
});
