import type { ProblemCode } from "../../contract/problem.ts";
import { Refusal, type RefusalOptions, type UpstreamReason } from "../refusal.ts";

export interface UpstreamErrorOptions extends RefusalOptions {
  /** Whether the same request may succeed a moment later. */
  readonly isRetryable?: boolean;
}

/** Timekit gave no usable answer; the code that callers see follows from the reason. */
export class UpstreamError extends Refusal {
  override readonly name = "UpstreamError";
  readonly isRetryable: boolean;

  constructor(reason: UpstreamReason, options: UpstreamErrorOptions = {}) {
    super(codes[reason], reason, options);
    this.isRetryable = options.isRetryable ?? false;
  }
}

const codes: Readonly<Record<UpstreamReason, ProblemCode>> = {
  network: "upstream-failed",
  redirect: "upstream-failed",
  "key-refused": "upstream-failed",
  "bad-status": "upstream-failed",
  "not-json": "upstream-failed",
  "no-data": "upstream-failed",
  "wrong-resource": "upstream-failed",
  "too-large": "upstream-failed",
  "no-app": "upstream-failed",
  "rate-limited": "upstream-busy",
  unavailable: "upstream-busy",
  "budget-spent": "upstream-busy",
  "breaker-open": "upstream-busy",
  timeout: "upstream-timeout",
};
