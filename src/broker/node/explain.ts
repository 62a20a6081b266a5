import type { NoTokenReason, Reason } from "../refusal.ts";
import { UpstreamError } from "../timekit/upstream-error.ts";

/** What a failure to reach Timekit means for the owner, as the end of a sentence. */
export const explainFailure = (error: unknown): string =>
  error instanceof UpstreamError
    ? (failures[error.reason] ?? `gave no usable answer (${error.reason})`)
    : "could not be asked";

const failures: Readonly<Partial<Record<Reason, string>>> = {
  network: "cannot be reached: check TIMEKIT_API_URL and the network",
  timeout: "did not answer within UPSTREAM_TIMEOUT_MS",
  "key-refused": "refuses the key (401)",
  redirect: "redirects: check TIMEKIT_API_URL",
  "rate-limited": "limits the rate: try again later",
  unavailable: "is busy or down: try again later",
  "no-app": "did not name the key's app: set TIMEKIT_APP",
};

/** Why a resource has no token, as the end of a sentence. */
export const explainNone = (reason: NoTokenReason): string => nones[reason];

const nones: Readonly<Record<NoTokenReason, string>> = {
  "not-listed": "is not on RESOURCE_IDS",
  "resource-absent": "does not exist for this key (Timekit answers 403 or 404)",
  "no-email": "has no e-mail address, which Booking.js v1 needs",
  "no-usable-credential": "has no client-token that has not expired",
};
