import { describe, expect, test } from "vitest";
import { Refusal, type RefusalOptions } from "../../../../src/broker/refusal.ts";
import { createToGrantReply } from "../../../../src/broker/respond/grant-reply.ts";
import {
  preflightReply,
  toJsonReply,
  toProblemReply,
  toReply,
  toResponse,
} from "../../../../src/broker/respond/reply.ts";
import { problemCodes } from "../../../../src/contract/problem.ts";

describe("an answer", () => {
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
      const answer = toProblemReply(new Refusal(code, "internal"), "id-1");
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
        toProblemReply(new Refusal(code, "internal"), "id-1").body ?? "",
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
      expect(toProblemReply(new Refusal(code, "internal", options), "id").headers["Retry-After"]).toBe(
        seconds,
      );
  });

  test("only who used a wrong method is told the right ones", () => {
    for (const code of problemCodes)
      expect(toProblemReply(new Refusal(code, "internal"), "id").headers).not.toHaveProperty("Allow");
    const refusal = new Refusal("method-not-allowed", "bad-method", { allow: "GET, HEAD" });
    expect(toProblemReply(refusal, "id").headers).toHaveProperty("Allow", "GET, HEAD");
  });

  test("others are not told to wait", () => {
    const answers = problemCodes.map((code) =>
      toProblemReply(new Refusal(code, "internal", { retryAfterMs: 5000 }), "id"),
    );
    const waiting = answers.filter(({ headers }) => "Retry-After" in headers);
    expect(waiting.map(({ status }) => status)).toEqual([429, 503]);
  });

  test("the methods that would be answered are named where there are such", () => {
    const refused = toProblemReply(new Refusal("method-not-allowed", "bad-method", { allow: "GET" }), "id");
    expect(refused.headers).toEqual({ "Content-Type": "application/problem+json", Allow: "GET" });
    // An undefined header would be sent as the word.
    expect(toProblemReply(new Refusal("not-found", "unknown-path"), "id").headers).toStrictEqual({
      "Content-Type": "application/problem+json",
    });
  });

  test("a value is answered as JSON", () => {
    expect(toJsonReply(200, { a: [1] })).toEqual({
      status: 200,
      body: '{"a":[1]}',
      headers: { "Content-Type": "application/json" },
    });
  });
});

describe("a reply", () => {
  const fixed = {
    "Cache-Control": "no-store",
    Vary: "Origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Request-Id": "id-1",
  };

  const context = { listedOrigin: null, requestId: "id-1", method: "GET" };

  test("a stranger's reply has the fixed headers and those of the answer, and none that lets a page read it", () => {
    const answer = { status: 404, body: "{}", headers: { "Content-Type": "text/plain" } };
    expect(toReply(answer, context)).toEqual({
      status: 404,
      body: "{}",
      headers: { ...fixed, "Content-Type": "text/plain" },
    });
  });

  test("a listed page may read its reply, and three headers of it", () => {
    const listed = { ...context, listedOrigin: "https://www.example.com" };
    expect(toReply({ status: 200, body: "{}", headers: {} }, listed).headers).toEqual({
      ...fixed,
      "Access-Control-Allow-Origin": "https://www.example.com",
      "Access-Control-Expose-Headers": "Date, Retry-After, X-Request-Id",
    });
  });

  test("HEAD has no body", () => {
    expect(toReply({ status: 200, body: "{}", headers: {} }, { ...context, method: "HEAD" }).body).toBeNull();
  });

  test("a preflight allows reading, for ten minutes", () => {
    expect(preflightReply).toEqual({
      status: 204,
      body: null,
      headers: {
        Allow: "GET, HEAD, OPTIONS",
        "Access-Control-Allow-Methods": "GET, HEAD",
        "Access-Control-Max-Age": "600",
      },
    });
  });

  test("a response says what the reply says", async () => {
    const response = toResponse({ status: 201, body: "text", headers: { "X-Request-Id": "id-1" } });
    expect([response.status, await response.text(), response.headers.get("x-request-id")]).toEqual([
      201,
      "text",
      "id-1",
    ]);
  });

  test("a grant is written once for each token that is kept", () => {
    const toGrantReply = createToGrantReply();
    const token = {
      token: "Token",
      expires: null,
      expiresAtMs: null,
      generatedAtMs: 0,
      isForWidget: true,
      referrers: [],
    };
    const resource = { id: "1", name: null, email: "a@example.com", timezone: null, avatar: null };
    const first = toGrantReply({ token, app: "app", resource });
    expect(first).toMatchObject({ status: 200, headers: { "Content-Type": "application/json" } });
    expect(JSON.parse(first.body ?? "")).toEqual({
      type: "client-token",
      token: "Token",
      expires: null,
      app: "app",
      resource,
    });
    expect(toGrantReply({ token, app: "app", resource })).toBe(first);
    const other = toGrantReply({ token: { ...token, token: "Other" }, app: "app", resource });
    expect(other.body).toContain('"Other"');
  });
});

describe("a refusal", () => {
  test("a refusal says what and why, keeps its cause, and has a name that a build does not shorten", () => {
    const cause = new Error("evidence");
    const refusal = new Refusal("rate-limited", "client-limit", { cause, retryAfterMs: 5, allow: "GET" });
    expect(refusal).toMatchObject({ name: "Refusal", code: "rate-limited", reason: "client-limit", cause });
    expect(refusal).toMatchObject({ message: "rate-limited: client-limit", retryAfterMs: 5, allow: "GET" });
  });
});
