import { isRecord } from "../is-record.ts";
import type { Runtime } from "../runtime.ts";
import { parseRetryAfter, type RateNews, readRateNews } from "./rate-news.ts";
import { UpstreamError } from "./upstream-error.ts";

// A resource with all its credentials is a few kilobytes, one with a long list of calendars a few hundred.
const bodyLimitBytes = 1024 * 1024;

// Such an answer has one every 15 bytes or so. A mebibyte of nothing else would take longer to parse than others can wait.
const mostSeparators = 100_000;

interface Question {
  readonly url: string;
  readonly key: string;
  readonly signal: AbortSignal;
  /** Is told what each answer says about the rate limit. */
  readonly heed: (news: RateNews) => void;
}

/** Timekit's answer; `clockAheadMs` is how far its clock is ahead of ours. */
export type UpstreamResult =
  | { readonly kind: "answered"; readonly body: unknown; readonly clockAheadMs: number }
  | { readonly kind: "absent" }
  | { readonly kind: "key-refused" };

/** One GET to Timekit with the app's key; throws an `UpstreamError` for everything that is not an answer. */
export const exchange = async (
  question: Question,
  runtime: Pick<Runtime, "fetch" | "now">,
): Promise<UpstreamResult> => {
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

/** What a status of Timekit's means for the resource that was asked for. */
type Verdict = "answered" | "absent" | "key-refused" | UpstreamError;

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

/**
 * The body's bytes, decoded, up to a limit; beyond it throws an `UpstreamError` and takes no more from the network.
 * Counting what comes out of the decoder is what stops a compressed bomb: its `Content-Length` is small.
 */
export const readCapped = async (response: Response, limitBytes: number): Promise<Uint8Array> => {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    sizeBytes += part.value.byteLength;
    if (sizeBytes > limitBytes) {
      // A stream that cannot be cancelled has ended by itself.
      reader?.cancel().catch(() => undefined);
      throw new UpstreamError("too-large");
    }
    chunks.push(part.value);
  }
  return join(chunks, sizeBytes);
};

const join = (chunks: readonly Uint8Array[], sizeBytes: number): Uint8Array => {
  const bytes = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
};
