import { describe, expect, test } from "vitest";
import type { UpstreamReason } from "../../../../src/broker/refusal.ts";
import { exchange, judgeStatus, readCapped } from "../../../../src/broker/timekit/exchange.ts";
import { parseRetryAfter } from "../../../../src/broker/timekit/rate-news.ts";
import { UpstreamError } from "../../../../src/broker/timekit/upstream-error.ts";

describe("one exchange", () => {
  const nowMs = Date.UTC(2026, 10, 24, 12);

  const { signal } = new AbortController();

  const question = { url: "https://api.timekit.io/v2/app", key: "k", signal, heed: () => undefined };

  const ask = (answer: () => Response | Promise<Response>) =>
    exchange(question, { fetch: async () => answer(), now: () => nowMs });

  const at = (aheadMs: number): string => new Date(nowMs + aheadMs).toUTCString();

  const dayMs = 24 * 60 * 60_000;

  test("the key goes as Basic, uncompressed, and follows no redirect", async () => {
    const asked: unknown[] = [];
    await exchange(question, {
      fetch: async (...words) => {
        asked.push(words);
        return Response.json({});
      },
      now: () => nowMs,
    });
    const headers = {
      Accept: "application/json",
      "Accept-Encoding": "identity",
      Authorization: "Basic Oms=",
    };
    expect(asked).toEqual([[question.url, { headers, redirect: "manual", signal }]]);
  });

  test.each([
    [undefined, 0],
    ["soon", 0],
    [at(5000), 5000],
    [at(-5000), -5000],
    [at(dayMs), dayMs],
    [at(-dayMs), -dayMs],
    [at(dayMs + 1000), 0],
    [at(-dayMs - 1000), 0],
  ])("with the Date %j, Timekit's clock is %i ms ahead", async (date, clockAheadMs) => {
    const reply = await ask(() =>
      Response.json({ data: 1 }, { headers: date === undefined ? {} : { date } }),
    );
    expect(reply).toEqual({ kind: "answered", body: { data: 1 }, clockAheadMs });
  });

  test.each<[string, () => Response | Promise<Response>, object]>([
    ["none", () => Promise.reject(new TypeError("fetch failed")), { reason: "network", isRetryable: true }],
    [
      "broken off",
      () => new Response(new ReadableStream({ pull: (body) => body.error(new TypeError("terminated")) })),
      { reason: "network", isRetryable: true, cause: expect.any(TypeError) },
    ],
    ["HTML", () => new Response("<html>"), { reason: "not-json", isRetryable: false }],
    [
      "not UTF-8",
      () => new Response(new Uint8Array([0x22, 0xff, 0x22])),
      { reason: "not-json", cause: expect.any(TypeError) },
    ],
    [
      "too large",
      () => new Response(`"${"x".repeat(1024 * 1024)}"`),
      { reason: "too-large", isRetryable: false },
    ],
    [
      "a server's failure",
      () => new Response(null, { status: 500 }),
      { reason: "bad-status", isRetryable: true },
    ],
  ])("an answer that is %s is an error", async (_what, answer, error) => {
    await expect(ask(answer)).rejects.toMatchObject({ name: "UpstreamError", ...error });
  });

  test("an answer that is as large as it may be is read", async () => {
    const text = "x".repeat(1024 * 1024 - 2);
    expect(await ask(() => new Response(`"${text}"`))).toMatchObject({ body: text });
  });

  test.each([["["], ["{"], [":"], [","]])(
    "an answer of little but %s is too much to parse",
    async (separator) => {
      await expect(ask(() => new Response(separator.repeat(100_001)))).rejects.toMatchObject({
        reason: "too-large",
        isRetryable: false,
      });
    },
  );

  test("an answer of as many items as it may have is read", async () => {
    const body = await ask(() => new Response(`[${"0,".repeat(99_999)}0]`));
    expect(body).toMatchObject({ kind: "answered" });
  });

  test.each([
    ["7", undefined, 7000],
    [at(7000), undefined, 7000],
    // It is Timekit's clock that a date is read by.
    [at(7000), at(3000), 4000],
    [undefined, undefined, undefined],
  ])("Retry-After %j with the Date %j is %j ms", async (retryAfter, date, retryAfterMs) => {
    const headers = new Headers();
    if (retryAfter !== undefined) headers.set("retry-after", retryAfter);
    if (date !== undefined) headers.set("date", date);
    await expect(ask(() => new Response(null, { status: 503, headers }))).rejects.toMatchObject({
      reason: "unavailable",
      retryAfterMs,
    });
  });

  test.each([
    [404, '{"error":"Resource does not exist","model":"Resource"}'],
    [403, '{"error":"Forbidden"}'],
    [404, '{"errors":{"id":["is unknown"]}}'],
  ])("the status %i with %s says that there is no such thing", async (status, body) => {
    expect(await ask(() => new Response(body, { status }))).toEqual({ kind: "absent" });
  });

  test.each([
    ["<h1>Forbidden</h1>", "not-json"],
    ["", "not-json"],
    ["{}", "bad-status"],
    ['{"message":"Forbidden"}', "bad-status"],
    ['{"error":null}', "bad-status"],
    ['["error"]', "bad-status"],
    ["null", "bad-status"],
  ])("a 403 or 404 with %j is not Timekit's, and no answer: %s", async (body, reason) => {
    for (const status of [403, 404])
      await expect(ask(() => new Response(body, { status }))).rejects.toMatchObject({
        reason,
        code: "upstream-failed",
        isRetryable: false,
      });
  });

  test("of a refused key the body is not read", async () => {
    let isCancelled = false;
    const body = new ReadableStream({ cancel: () => void (isCancelled = true) });
    expect(await ask(() => new Response(body, { status: 401 }))).toEqual({ kind: "key-refused" });
    expect(isCancelled).toBe(true);
  });

  test("a body that cannot be cancelled does no harm", async () => {
    const body = new ReadableStream({ cancel: () => Promise.reject(new Error("gone")) });
    expect(await ask(() => new Response(body, { status: 401 }))).toEqual({ kind: "key-refused" });
    await new Promise((resolve) => setImmediate(resolve));
  });
});

describe("a status", () => {
  test.each([
    [200, "answered"],
    [401, "key-refused"],
    [403, "absent"],
    [404, "absent"],
  ])("status %i is %s", (status, verdict) => {
    expect(judgeStatus(status, undefined)).toBe(verdict);
  });

  test.each([
    [0, "upstream-failed", "redirect", false],
    [300, "upstream-failed", "redirect", false],
    [301, "upstream-failed", "redirect", false],
    [304, "upstream-failed", "redirect", false],
    [399, "upstream-failed", "redirect", false],
    [201, "upstream-failed", "bad-status", false],
    [204, "upstream-failed", "bad-status", false],
    [400, "upstream-failed", "bad-status", false],
    [402, "upstream-failed", "bad-status", false],
    [408, "upstream-failed", "bad-status", true],
    [422, "upstream-failed", "bad-status", false],
    [429, "upstream-busy", "rate-limited", true],
    [499, "upstream-failed", "bad-status", false],
    [500, "upstream-failed", "bad-status", true],
    [502, "upstream-failed", "bad-status", true],
    [503, "upstream-busy", "unavailable", true],
    [504, "upstream-failed", "bad-status", true],
  ])("status %i is %s, because of %s; again: %s", (status, code, reason, isRetryable) => {
    expect(judgeStatus(status, 7000)).toMatchObject({ code, reason, isRetryable });
  });
});

describe("a body", () => {
  const streamOf = (sizes: readonly number[], onCancel: () => void = () => undefined): Response => {
    const left = [...sizes];
    return new Response(
      new ReadableStream({
        pull: (controller) => {
          const size = left.shift();
          if (size === undefined) controller.close();
          else controller.enqueue(new Uint8Array(size).fill(7));
        },
        cancel: onCancel,
      }),
    );
  };

  test.each([[[]], [[0]], [[10]], [[4, 6]], [[1, 2, 3, 4]]])(
    "chunks of %j bytes are read up to the limit",
    async (sizes) => {
      const total = sizes.reduce((sum: number, size) => sum + size, 0);
      expect(await readCapped(streamOf(sizes), 10)).toEqual(new Uint8Array(total).fill(7));
    },
  );

  test("a response without a body is empty", async () => {
    expect(await readCapped(new Response(null), 10)).toEqual(new Uint8Array());
  });

  test("one byte more is too large, and the rest is not taken", async () => {
    let isCancelled = false;
    const endless = streamOf([10, 1, ...Array<number>(1000).fill(1000)], () => {
      isCancelled = true;
    });
    await expect(readCapped(endless, 10)).rejects.toMatchObject({ reason: "too-large", isRetryable: false });
    expect(isCancelled).toBe(true);
  });
});

describe("Retry-After", () => {
  const nowMs = Date.UTC(2026, 10, 6, 12, 0, 0);

  test.each([
    ["0", 0],
    ["7", 7000],
    [" 7 ", 7000],
    ["120", 120_000],
    ["Fri, 06 Nov 2026 12:00:30 GMT", 30_000],
    ["Friday, 06-Nov-26 12:00:30 GMT", 30_000],
    ["Fri, 06 Nov 2026 11:00:00 GMT", 0],
    [null, undefined],
    ["", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["1e9", undefined],
    ["9999999999", undefined],
    ["soon", undefined],
    ["Someday", undefined],
    ["2026-11-06 Fri", undefined],
    ["2026-11-06", undefined],
  ])("Retry-After %s is %s ms", (value, expectedMs) => {
    expect(parseRetryAfter(value, nowMs)).toBe(expectedMs);
  });
});

describe("a failure", () => {
  test.each<[UpstreamReason, string]>([
    ["network", "upstream-failed"],
    ["redirect", "upstream-failed"],
    ["key-refused", "upstream-failed"],
    ["bad-status", "upstream-failed"],
    ["not-json", "upstream-failed"],
    ["no-data", "upstream-failed"],
    ["wrong-resource", "upstream-failed"],
    ["too-large", "upstream-failed"],
    ["no-app", "upstream-failed"],
    ["rate-limited", "upstream-busy"],
    ["unavailable", "upstream-busy"],
    ["budget-spent", "upstream-busy"],
    ["breaker-open", "upstream-busy"],
    ["timeout", "upstream-timeout"],
  ])("of %s callers hear %s, and it is not retried unless that is said", (reason, code) => {
    expect(new UpstreamError(reason)).toMatchObject({
      name: "UpstreamError",
      message: `${code}: ${reason}`,
      reason,
      code,
      isRetryable: false,
    });
    expect(new UpstreamError(reason, { isRetryable: true }).isRetryable).toBe(true);
  });
});
