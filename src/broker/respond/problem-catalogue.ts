import type { ProblemCode } from "../../contract/problem.ts";

export interface ProblemText {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** Every problem that a caller can be told of. Nothing in it depends on the request, so nothing can leak through it. */
export const problemCatalogue: Readonly<Record<ProblemCode, ProblemText>> = {
  "invalid-request": {
    status: 400,
    title: "The request is not valid",
    detail: "Send exactly one resource_id, a UUID, and nothing else but renew=1.",
  },
  "origin-refused": {
    status: 403,
    title: "This origin may not ask",
    detail: "The page's exact origin must be on the broker's list, ALLOWED_ORIGINS.",
  },
  "no-client-token": {
    status: 404,
    title: "No client-token",
    detail: "There is no usable client-token for this resource.",
  },
  "not-found": {
    status: 404,
    title: "Not found",
    detail: "There is nothing at this path.",
  },
  "method-not-allowed": {
    status: 405,
    title: "Method not allowed",
    detail: "The Allow header names the methods of this path.",
  },
  "rate-limited": {
    status: 429,
    title: "Too many requests",
    detail: "Ask again after the time in Retry-After.",
  },
  "upstream-failed": {
    status: 502,
    title: "Timekit gave no usable answer",
    detail: "The broker could not use Timekit's answer. Its log has the reason under this request id.",
  },
  "upstream-busy": {
    status: 503,
    title: "Timekit is busy",
    detail: "Ask again after the time in Retry-After.",
  },
  "upstream-timeout": {
    status: 504,
    title: "Timekit did not answer in time",
    detail: "Ask again later.",
  },
};
