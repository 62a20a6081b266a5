import { expect, test } from "vitest";
import { problemCodes } from "../../../../src/contract/problem.ts";
import { Refusal, type RefusalOptions } from "../../../../src/broker/refusal.ts";
import { toJsonAnswer, toProblemAnswer } from "../../../../src/broker/respond/answer.ts";

const statuses = {
  "invalid-request": 400,
  "origin-refused": 403,
  "no-client-token": 404,
  "not-found": 404,
  "method-not-allowed": 405,
  "rate-limited": 429,
  "upstream-failed": 502,
  "upstream-busy": 503,
  "upstream-timeout": 504,
};

test.each(problemCodes)(
  "%s is a problem with its status and the request's id, and words of its own",
  (code) => {
    const answer = toProblemAnswer(new Refusal(code, "internal"), "id-1");
    expect(answer.status).toBe(statuses[code]);
    expect(answer.headers["Content-Type"]).toBe("application/problem+json");
    expect(JSON.parse(answer.body ?? "")).toEqual({
      title: expect.stringMatching(/^[A-Z][^\n]{8,}$/),
      status: statuses[code],
      detail: expect.stringMatching(/^[A-Z][^\n]{8,}\.$/),
      code,
      request_id: "id-1",
    });
  },
);

test("no two problems have the same words, but that two are told to wait by the same sentence", () => {
  const bodies = problemCodes.map((code) => {
    const { title, detail }: { title: string; detail: string } = JSON.parse(
      toProblemAnswer(new Refusal(code, "internal"), "id-1").body ?? "",
    );
    return [title, detail];
  });
  expect(new Set(bodies.flat()).size).toBe(2 * problemCodes.length - 1);
});

test.each<[string, RefusalOptions, string | undefined]>([
  ["a second where nothing is known", {}, "1"],
  ["a second at least", { retryAfterMs: 0 }, "1"],
  ["seconds that are begun", { retryAfterMs: 1001 }, "2"],
  ["a minute", { retryAfterMs: 60_000 }, "60"],
  ["an hour at most", { retryAfterMs: 3_600_001 }, "3600"],
])("who asks too often is told to wait %s", (_what, options, seconds) => {
  for (const code of ["rate-limited", "upstream-busy"] as const)
    expect(toProblemAnswer(new Refusal(code, "internal", options), "id").headers["Retry-After"]).toBe(
      seconds,
    );
});

test("only who used a wrong method is told the right ones", () => {
  for (const code of problemCodes)
    expect(toProblemAnswer(new Refusal(code, "internal"), "id").headers).not.toHaveProperty("Allow");
  const refusal = new Refusal("method-not-allowed", "bad-method", { allow: "GET, HEAD" });
  expect(toProblemAnswer(refusal, "id").headers).toHaveProperty("Allow", "GET, HEAD");
});

test("others are not told to wait", () => {
  const answers = problemCodes.map((code) =>
    toProblemAnswer(new Refusal(code, "internal", { retryAfterMs: 5000 }), "id"),
  );
  const waiting = answers.filter(({ headers }) => "Retry-After" in headers);
  expect(waiting.map(({ status }) => status)).toEqual([429, 503]);
});

test("the methods that would be answered are named where there are such", () => {
  const refused = toProblemAnswer(new Refusal("method-not-allowed", "bad-method", { allow: "GET" }), "id");
  expect(refused.headers).toEqual({ "Content-Type": "application/problem+json", Allow: "GET" });
  // An undefined header would be sent as the word.
  expect(toProblemAnswer(new Refusal("not-found", "unknown-path"), "id").headers).toStrictEqual({
    "Content-Type": "application/problem+json",
  });
});

test("a value is answered as JSON", () => {
  expect(toJsonAnswer(200, { a: [1] })).toEqual({
    status: 200,
    body: '{"a":[1]}',
    headers: { "Content-Type": "application/json" },
  });
});
