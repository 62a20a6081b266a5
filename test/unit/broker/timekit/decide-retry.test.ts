import { expect, test } from "vitest";
import { Refusal } from "../../../../src/broker/refusal.ts";
import { decideRetry } from "../../../../src/broker/timekit/decide-retry.ts";
import { UpstreamError } from "../../../../src/broker/timekit/upstream-error.ts";

const mayPass = (retryAfterMs?: number) =>
  new UpstreamError("unavailable", { isRetryable: true, retryAfterMs });
const first = { failures: 1, leftMs: 5000, random: 0.5 };

test.each([
  ["a first failure is tried again within 200 ms", mayPass(), first, 100],
  ["a second one within 400 ms", mayPass(), { ...first, failures: 2 }, 200],
  ["a third one not at all", mayPass(), { ...first, failures: 3 }, undefined],
  ["chance may say at once", mayPass(), { ...first, random: 0 }, 0],
  ["Retry-After is waited for", mayPass(3000), first, 3000],
  ["a short Retry-After does not shorten the wait", mayPass(1), first, 100],
  ["a Retry-After beyond the deadline ends it", mayPass(4901), first, undefined],
  ["a Retry-After that leaves time for an answer does not", mayPass(4900), first, 4900],
  ["so does a wait beyond the deadline", mayPass(), { ...first, leftMs: 199 }, undefined],
  ["a failure that will not pass is final", new UpstreamError("not-json"), first, undefined],
  ["so is a refusal of ours", new Refusal("invalid-request", "bad-query"), first, undefined],
  ["and a mistake of ours", new TypeError("x"), first, undefined],
])("%s", (_sentence, error, attempt, waitMs) => {
  expect(decideRetry(error, attempt)).toBe(waitMs);
});
