import { type Problem, problemMediaType } from "../../contract/problem.ts";
import type { Refusal } from "../refusal.ts";
import { problemCatalogue } from "./problem-catalogue.ts";

/** What a request is answered with, before the headers that every response has. */
export interface Answer {
  readonly status: number;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export const toJsonAnswer = (status: number, value: unknown): Answer => ({
  status,
  body: JSON.stringify(value),
  headers: { "Content-Type": "application/json" },
});

/** A refusal as `application/problem+json` (RFC 9457). */
export const toProblemAnswer = (refusal: Refusal, requestId: string): Answer => {
  const { status, title, detail } = problemCatalogue[refusal.code];
  const problem: Problem = { title, status, detail, code: refusal.code, request_id: requestId };
  return {
    status,
    body: JSON.stringify(problem),
    headers: { "Content-Type": problemMediaType, ...toAllow(refusal), ...toRetryAfter(refusal) },
  };
};

const toAllow = ({ allow }: Refusal): Record<string, string> => (allow === undefined ? {} : { Allow: allow });

// Long enough to keep a crowd away, short enough that nobody gives up because of a mistaken header.
const longestRetryAfterSeconds = 3600;

const toRetryAfter = ({ code, retryAfterMs }: Refusal): Record<string, string> => {
  if (code !== "rate-limited" && code !== "upstream-busy") return {};
  const seconds = Math.ceil((retryAfterMs ?? 1000) / 1000);
  return { "Retry-After": String(Math.min(Math.max(seconds, 1), longestRetryAfterSeconds)) };
};
