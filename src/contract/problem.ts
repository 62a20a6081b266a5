/** Why the broker gave no grant; the `code` of its `application/problem+json` (RFC 9457). */
export type ProblemCode = (typeof problemCodes)[number];

export const problemCodes = [
  "invalid-request",
  "origin-refused",
  "no-client-token",
  "not-found",
  "method-not-allowed",
  "rate-limited",
  "upstream-failed",
  "upstream-busy",
  "upstream-timeout",
] as const;

export interface Problem {
  readonly title: string;
  /** The HTTP status, repeated. */
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly request_id: string;
}

export const problemMediaType = "application/problem+json";

/** What a request id may look like; anything else is not shown to anyone. */
export const requestIdPattern = /^[A-Za-z0-9-]{1,64}$/;
