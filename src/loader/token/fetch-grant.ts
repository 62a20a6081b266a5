import ky, { HTTPError } from "ky";
import { type GrantRequest, toGrantQuery } from "../../contract/grant-request.ts";
import { type Grant, grantSizeLimitBytes } from "../../contract/grant.ts";
import { LoaderError, toLoaderError } from "../errors.ts";
import type { Page } from "../page.ts";
import { toBrokerError } from "./broker-errors.ts";
import { validateGrant } from "./validate-grant.ts";

export interface GrantQuestion extends GrantRequest {
  readonly brokerUrl: string;
}

const totalMs = 10_000;
const retriedStatuses = [408, 429, 500, 502, 503, 504];

/**
 * Asks the broker: at most three attempts and 10 s in all, the body included.
 * @throws LoaderError with a `broker/…` or `token/…` code; nothing of a refused answer is in it.
 */
export const fetchGrant = async (question: GrantQuestion, page: Page): Promise<Grant> => {
  // A page may have put a variable of its own there.
  const { origin }: { readonly origin: unknown } = page.window;
  const pageOrigin = String(origin);
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new LoaderError("broker/timeout"));
      controller.abort();
    }, totalMs);
  });
  try {
    const response = await Promise.race([deadline, request(question, controller.signal, page)]);
    const text = await Promise.race([deadline, readLimited(response, grantSizeLimitBytes)]);
    const { status, headers } = response;
    if (!response.ok) throw toBrokerError(status, text, pageOrigin);
    if (status !== 200) throw new LoaderError("broker/bad-response", `status ${status}`);
    const dateMs = Date.parse(headers.get("date") ?? "");
    return validateGrant({ text, dateMs }, { resourceId: question.resourceId, clockMs: page.now() });
  } catch (error) {
    // Browsers do not tell a refused origin, a redirect, a dead server and a broken line apart.
    throw toLoaderError(error, "broker/unreachable", pageOrigin);
  } finally {
    clearTimeout(timer);
    // The browser keeps the text of the last match in `RegExp.$_`, where the whole page can read it.
    pageOrigin.search(/(?:)/);
  }
};

/** The last response, also one that is not ok; network failures are thrown. */
const request = async (question: GrantQuestion, signal: AbortSignal, page: Page): Promise<Response> => {
  const endsAt = page.now() + totalMs;
  const url = new URL(question.brokerUrl);
  for (const [name, value] of Object.entries(toGrantQuery(question))) url.searchParams.set(name, value);
  try {
    return await ky(url, {
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      // The deadline is ours, since ky's does not cover the body; and a `signal` option would make ky call
      // `AbortSignal.any`, which the oldest browsers lack.
      timeout: false,
      fetch: (input, init) => page.fetch(input, { ...init, signal }),
      throwHttpErrors: (status) => retriedStatuses.includes(status),
      retry: {
        statusCodes: retriedStatuses,
        afterStatusCodes: [429, 503],
        jitter: true,
        backoffLimit: 2000,
        shouldRetry: ({ error }) =>
          !signal.aborted && page.now() + readRetryAfterMs(error, page.now()) < endsAt && undefined,
      },
    });
  } catch (error) {
    if (error instanceof HTTPError) return error.response;
    throw error;
  }
};

/** How long the broker asks to wait, in milliseconds; 0 where it does not say, NaN where that cannot be understood. */
const readRetryAfterMs = (error: unknown, nowMs: number): number => {
  const after = error instanceof HTTPError ? (error.response.headers.get("retry-after") ?? "") : "";
  const seconds = Number(after);
  return Number.isNaN(seconds) ? Date.parse(after) - nowMs : seconds * 1000;
};

/**
 * The body's text; undefined when it has more bytes than the limit. Read as a whole: Chromium calls a body that is read as a stream aborted when it is short.
 */
export const readLimited = async (response: Response, limitBytes: number): Promise<string | undefined> => {
  const bytes = await response.arrayBuffer();
  return bytes.byteLength > limitBytes ? undefined : new TextDecoder().decode(bytes);
};
