import { isRecord } from "../is-record.ts";
import type { Runtime } from "../runtime.ts";
import { judgeStatus } from "./judge-status.ts";
import { parseRetryAfter } from "./parse-retry-after.ts";
import { type RateNews, readRateNews } from "./rate-news.ts";
import { readCapped } from "./read-capped.ts";
import { UpstreamError } from "./upstream-error.ts";

// A resource with all its credentials is a few kilobytes, one with a long list of calendars a few hundred.
const bodyLimitBytes = 1024 * 1024;

// Such an answer has one every 15 bytes or so. A mebibyte of nothing else would take longer to parse than others can wait.
const mostSeparators = 100_000;

export interface Question {
  readonly url: string;
  readonly key: string;
  readonly signal: AbortSignal;
  /** Is told what each answer says about the rate limit. */
  readonly heed: (news: RateNews) => void;
}

/** Timekit's answer; `clockAheadMs` is how far its clock is ahead of ours. */
export type Reply =
  | { readonly kind: "answered"; readonly body: unknown; readonly clockAheadMs: number }
  | { readonly kind: "absent" }
  | { readonly kind: "key-refused" };

/** One GET to Timekit with the app's key; throws an `UpstreamError` for everything that is not an answer. */
export const exchange = async (
  question: Question,
  runtime: Pick<Runtime, "fetch" | "now">,
): Promise<Reply> => {
  const response = await send(question, runtime);
  const nowMs = runtime.now();
  const clockAheadMs = measureClock(response, nowMs);
  // A date to come back at is one of Timekit's clock.
  const timekitNowMs = nowMs + clockAheadMs;
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), timekitNowMs);
  question.heed(readRateNews(response, timekitNowMs));
  const verdict = judgeStatus(response.status, retryAfterMs);
  if (verdict === "answered") return { kind: verdict, body: await readJson(response), clockAheadMs };
  if (verdict === "absent") {
    if (!isTimekitsError(await readJson(response))) throw new UpstreamError("bad-status");
    return { kind: verdict };
  }
  // Unread bodies keep their connection; one that cannot be cancelled has ended by itself.
  response.body?.cancel().catch(() => undefined);
  if (verdict instanceof UpstreamError) throw verdict;
  return { kind: verdict };
};

const send = async ({ url, key, signal }: Question, { fetch }: Pick<Runtime, "fetch">): Promise<Response> => {
  try {
    return await fetch(url, {
      headers: {
        Accept: "application/json",
        // Compression saves little here and lets a small answer grow without bounds.
        "Accept-Encoding": "identity",
        Authorization: `Basic ${btoa(`:${key}`)}`,
      },
      // Following one would send the key to wherever it leads.
      redirect: "manual",
      signal,
    });
  } catch (cause) {
    throw new UpstreamError("network", { cause, isRetryable: true });
  }
};

const readJson = async (response: Response): Promise<unknown> => {
  const bytes = await readCapped(response, bodyLimitBytes).catch((cause: unknown) => {
    throw cause instanceof UpstreamError ? cause : new UpstreamError("network", { cause, isRetryable: true });
  });
  if (countSeparators(bytes) > mostSeparators) throw new UpstreamError("too-large");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new UpstreamError("not-json", { cause });
  }
};

const separators = Array.from({ length: 256 }, (_, byte) =>
  "{[:,".includes(String.fromCharCode(byte)) ? 1 : 0,
);

/** How many lists, objects, keys and items a JSON text can hold at most; those that stand inside of texts count, too. */
const countSeparators = (bytes: Uint8Array): number => {
  let count = 0;
  for (const byte of bytes) count += separators[byte] ?? 0;
  return count;
};

// Timekit's own failures have one of these keys. Something between here and there, a firewall say, also answers with 403
// and 404, which must not take away the tokens that are kept.
const isTimekitsError = (body: unknown): boolean =>
  isRecord(body) && Boolean(body["error"] ?? body["errors"]);

// With a clock that is more than a day off, TLS would have failed; such a header is a mistake.
const largestSkewMs = 24 * 60 * 60 * 1000;

const measureClock = (response: Response, nowMs: number): number => {
  const aheadMs = Date.parse(response.headers.get("date") ?? "") - nowMs;
  return Math.abs(aheadMs) <= largestSkewMs ? aheadMs : 0;
};
