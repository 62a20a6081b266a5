/** What an answer of Timekit's says about its rate limit. */
export interface RateNews {
  /** For how long nobody should ask; undefined if it does not say. */
  readonly pauseMs: number | undefined;
  /** How many requests are left, and out of how many. */
  readonly remaining: number | undefined;
  readonly limit: number | undefined;
}

/** Reads the news out of an answer. `timekitNowMs` is the time by Timekit's clock, which its dates are of. */
export const readRateNews = ({ status, headers }: Response, timekitNowMs: number): RateNews => ({
  pauseMs:
    status === 429 || status === 503 ? parseRetryAfter(headers.get("retry-after"), timekitNowMs) : undefined,
  remaining: readCount(headers.get("x-ratelimit-remaining")),
  limit: readCount(headers.get("x-ratelimit-limit")),
});

const readCount = (text: string | null): number | undefined =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

const longestGapMs = 10_000;

/**
 * How far apart requests should be from now on: 0 while enough are left, and the longer the fewer. Few are less than a
 * second's worth, or a tenth of the limit where Timekit names it. The calls of the owner's pages count there, too, so the
 * last ones are left to them.
 */
export const decideGap = (
  { remaining, limit = 0 }: Pick<RateNews, "limit" | "remaining">,
  perSecond: number,
): number => {
  const few = Math.max(perSecond, limit / 10);
  if (remaining === undefined || remaining >= few) return 0;
  return Math.min(longestGapMs, ((1000 / perSecond) * few) / Math.max(remaining, 0.5));
};

/** Milliseconds to wait as a `Retry-After` says it, in seconds or as an HTTP date; undefined if there is none that can be read. */
export const parseRetryAfter = (value: string | null, nowMs: number): number | undefined => {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse also takes bare numbers and fragments, so the day's name is asked for.
  const dateMs = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
};
