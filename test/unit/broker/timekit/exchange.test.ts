import { expect, test } from "vitest";
import { exchange } from "../../../../src/broker/timekit/exchange.ts";

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
  const headers = { Accept: "application/json", "Accept-Encoding": "identity", Authorization: "Basic Oms=" };
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
  const reply = await ask(() => Response.json({ data: 1 }, { headers: date === undefined ? {} : { date } }));
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
