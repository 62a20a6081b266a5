import { UpstreamError } from "./upstream-error.ts";

/** What a status of Timekit's means for the resource that was asked for. */
export type Verdict = "answered" | "absent" | "key-refused" | UpstreamError;

/** Reads a status; `retryAfterMs` is what the answer says about when to come back. */
export const judgeStatus = (status: number, retryAfterMs: number | undefined): Verdict => {
  if (status === 200) return "answered";
  if (status === 401) return "key-refused";
  if (status === 403 || status === 404) return "absent";
  if (status === 429) return new UpstreamError("rate-limited", { retryAfterMs, isRetryable: true });
  if (status === 503) return new UpstreamError("unavailable", { retryAfterMs, isRetryable: true });
  // Browsers' fetch reports a redirect that it did not follow as status 0.
  if (status === 0 || (status >= 300 && status < 400)) return new UpstreamError("redirect");
  return new UpstreamError("bad-status", { retryAfterMs, isRetryable: status === 408 || status >= 500 });
};
