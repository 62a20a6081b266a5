import { expect, test } from "vitest";
import { parseRetryAfter } from "../../../../src/broker/timekit/parse-retry-after.ts";

const nowMs = Date.UTC(2026, 10, 6, 12, 0, 0);

test.each([
  ["0", 0],
  ["7", 7000],
  [" 7 ", 7000],
  ["120", 120_000],
  ["Fri, 06 Nov 2026 12:00:30 GMT", 30_000],
  ["Friday, 06-Nov-26 12:00:30 GMT", 30_000],
  ["Fri, 06 Nov 2026 11:00:00 GMT", 0],
  [null, undefined],
  ["", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["1e9", undefined],
  ["9999999999", undefined],
  ["soon", undefined],
  ["Someday", undefined],
  ["2026-11-06 Fri", undefined],
  ["2026-11-06", undefined],
])("Retry-After %s is %s ms", (value, expectedMs) => {
  expect(parseRetryAfter(value, nowMs)).toBe(expectedMs);
});
