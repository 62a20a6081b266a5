import { expect, test } from "vitest";
import { Refusal } from "../../../src/broker/refusal.ts";

test("a refusal says what and why, keeps its cause, and has a name that a build does not shorten", () => {
  const cause = new Error("evidence");
  const refusal = new Refusal("rate-limited", "client-limit", { cause, retryAfterMs: 5, allow: "GET" });
  expect(refusal).toMatchObject({ name: "Refusal", code: "rate-limited", reason: "client-limit", cause });
  expect(refusal).toMatchObject({ message: "rate-limited: client-limit", retryAfterMs: 5, allow: "GET" });
});
