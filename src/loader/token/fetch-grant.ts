import ky, { HTTPError } from "ky";
import { grantSizeLimitBytes, type Grant } from "../../contract/grant.ts";
import { toGrantQuery, type GrantRequest } from "../../contract/grant-request.ts";
import { LoaderError } from "../errors.ts";
import type { Page } from "../page.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { judgeGrant } from "./judge-grant.ts";
import { readLimited } from "./read-limited.ts";
import { readRetryAfterMs } from "./retry-after.ts";
import { startDeadline, type Deadline } from "./deadline.ts";

export interface GrantQuestion extends GrantRequest {
  readonly brokerUrl: URL;
  /** Ends the request and its retries. */
  readonly signal: AbortSignal;
}

const limits = { totalMs: 10_000, retries: 2, firstDelayMs: 300, longestDelayMs: 2_000 } as const;
const retriedStatuses = [408, 429, 500, 502, 503, 504];

/**
 * Asks the broker: at most three attempts and 10 s in all, the body included.
 * @throws LoaderError with a `broker/…` or `token/…` code; nothing of a refused answer is in it.
 */
export const fetchGrant = async (question: GrantQuestion, page: Page): Promise<Grant> => {
  const { resourceId } = question;
  const deadline = startDeadline(limits.totalMs, question.signal, page.now);
  const pageOrigin = page.window.origin;
  try {
    const response = await request(question, deadline, page);
    const answer = await readLimited(response, grantSizeLimitBytes);
    if (!response.ok) throw explainRefusal(response.status, answer.text, pageOrigin);
    const dateMs = Date.parse(response.headers.get("date") ?? "");
    const verdict = judgeGrant({ ...answer, status: response.status, dateMs }, { resourceId, clockMs: page.now() });
    if (!verdict.grant) throw new LoaderError(verdict.code, { subject: verdict.subject });
    return verdict.grant;
  } catch (error) {
    if (deadline.isOver()) throw new LoaderError("broker/timeout");
    // A browser tells a refused origin, a redirect, a dead server and a broken line apart to nobody.
    throw error instanceof LoaderError ? error : new LoaderError("broker/unreachable", { subject: pageOrigin });
  } finally {
    deadline.end();
  }
};

/** The last response, also one that is not ok; network failures are thrown. */
const request = async (question: GrantQuestion, deadline: Deadline, page: Page): Promise<Response> => {
  const url = new URL(question.brokerUrl);
  for (const [name, value] of Object.entries(toGrantQuery(question))) url.searchParams.set(name, value);
  url.hash = "";
  const { signal } = deadline;
  return Promise.race([
    deadline.passed,
    ky(url, {
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      // The deadline is ours, since ky's does not cover the body; and a `signal` option would make ky call
      // `AbortSignal.any`, which the oldest browsers lack.
      timeout: false,
      fetch: (input, init) => page.fetch(input, { ...init, signal }),
      throwHttpErrors: (status) => retriedStatuses.includes(status),
      retry: {
        limit: limits.retries,
        methods: ["get"],
        statusCodes: retriedStatuses,
        afterStatusCodes: [429, 503],
        delay: (attempt) => limits.firstDelayMs * 2 ** (attempt - 1),
        jitter: true,
        backoffLimit: limits.longestDelayMs,
        shouldRetry: ({ error }) => (signal.aborted || mustWaitTooLong(error, deadline, page) ? false : undefined),
      },
    }),
  ]).catch((error: unknown) => {
    if (error instanceof HTTPError) return error.response;
    throw error;
  });
};

const mustWaitTooLong = (error: unknown, deadline: Deadline, page: Page): boolean =>
  error instanceof HTTPError &&
  readRetryAfterMs(error.response.headers.get("retry-after"), page.now()) > deadline.leftMs();
