import { expect, test } from "vitest";
import { decideGap, readRateNews } from "../../../../src/broker/timekit/rate-news.ts";

const nowMs = Date.UTC(2026, 10, 24, 12);

test.each<[number, Record<string, string>, object]>([
  [200, {}, { pauseMs: undefined, remaining: undefined, limit: undefined }],
  [200, { "X-RateLimit-Remaining": "806" }, { remaining: 806 }],
  [200, { "X-RateLimit-Remaining": "0", "X-RateLimit-Limit": "600" }, { remaining: 0, limit: 600 }],
  [
    200,
    { "X-RateLimit-Remaining": "-1", "X-RateLimit-Limit": "many" },
    { remaining: undefined, limit: undefined },
  ],
  [200, { "Retry-After": "9" }, { pauseMs: undefined }],
  [500, { "Retry-After": "9" }, { pauseMs: undefined }],
  [429, { "Retry-After": "9" }, { pauseMs: 9000 }],
  [503, { "Retry-After": new Date(nowMs + 3000).toUTCString() }, { pauseMs: 3000 }],
  [429, {}, { pauseMs: undefined }],
])("a %i with %j says %j", (status, headers, news) => {
  expect(readRateNews(new Response("", { status, headers }), nowMs)).toMatchObject(news);
});

test.each([
  [undefined, undefined, 0],
  [undefined, 600, 0],
  [806, undefined, 0],
  [60, 600, 0],
  [59, 600, 203],
  [30, 600, 400],
  [1, 600, 10_000],
  [0, 600, 10_000],
  // Where a second is what Timekit counts, as an older text of its says.
  [5, 10, 0],
  [4, 10, 250],
  [4, undefined, 250],
  [0, undefined, 2000],
])("with %j left of %j, requests are %i ms apart", (remaining, limit, gapMs) => {
  expect(Math.round(decideGap({ remaining, limit }, 5))).toBe(gapMs);
});
