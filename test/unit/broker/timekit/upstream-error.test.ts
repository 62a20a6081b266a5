import { expect, test } from "vitest";
import type { UpstreamReason } from "../../../../src/broker/refusal.ts";
import { UpstreamError } from "../../../../src/broker/timekit/upstream-error.ts";

test.each<[UpstreamReason, string]>([
  ["network", "upstream-failed"],
  ["redirect", "upstream-failed"],
  ["key-refused", "upstream-failed"],
  ["bad-status", "upstream-failed"],
  ["not-json", "upstream-failed"],
  ["no-data", "upstream-failed"],
  ["wrong-resource", "upstream-failed"],
  ["too-large", "upstream-failed"],
  ["no-app", "upstream-failed"],
  ["rate-limited", "upstream-busy"],
  ["unavailable", "upstream-busy"],
  ["budget-spent", "upstream-busy"],
  ["breaker-open", "upstream-busy"],
  ["timeout", "upstream-timeout"],
])("of %s callers hear %s, and it is not retried unless that is said", (reason, code) => {
  expect(new UpstreamError(reason)).toMatchObject({
    name: "UpstreamError",
    message: `${code}: ${reason}`,
    reason,
    code,
    isRetryable: false,
  });
  expect(new UpstreamError(reason, { isRetryable: true }).isRetryable).toBe(true);
});
