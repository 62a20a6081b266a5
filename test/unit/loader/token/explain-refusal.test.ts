// @vitest-environment node
import { expect, test } from "vitest";
import { toBrokerError } from "../../../../src/loader/token/broker-errors.ts";
import { canary } from "./grant-body.ts";

const pageOrigin = "https://www.example.com";

const explain = (status: number, body?: unknown) =>
  toBrokerError(status, typeof body === "string" ? body : JSON.stringify(body), pageOrigin);

test.each([
  ["invalid-request", "broker/failed"],
  ["origin-refused", "broker/origin-refused"],
  ["no-client-token", "broker/no-token"],
  ["not-found", "broker/failed"],
  ["method-not-allowed", "broker/failed"],
  ["rate-limited", "broker/busy"],
  ["upstream-failed", "broker/failed"],
  ["upstream-busy", "broker/busy"],
  ["upstream-timeout", "broker/timeout"],
  ["something-else", "broker/failed"],
  ["403", "broker/failed"],
  ["504", "broker/failed"],
  ["constructor", "broker/failed"],
  ["__proto__", "broker/failed"],
  ["", "broker/failed"],
])("the broker's code %s is %s, whatever the status", (code, expected) => {
  for (const status of [400, 403, 404, 429, 500, 503]) expect(explain(status, { code }).code).toBe(expected);
});

const byStatus = [
  [400, "broker/failed"],
  [401, "broker/failed"],
  [403, "broker/origin-refused"],
  [404, "broker/no-token"],
  [405, "broker/failed"],
  [408, "broker/timeout"],
  [410, "broker/failed"],
  [429, "broker/busy"],
  [500, "broker/failed"],
  [502, "broker/failed"],
  [503, "broker/busy"],
  [504, "broker/timeout"],
] as const;

test.each(byStatus)("without a code, status %i is %s", (status, expected) => {
  const bodies = [
    undefined,
    "",
    " ",
    "null",
    "7",
    '"text"',
    [],
    {},
    { code: 7 },
    { code: ["x"] },
    { code: null },
  ];
  for (const body of bodies) expect(explain(status, body).code).toBe(expected);
});

test.each([403, 404, 500, 503])("a page or text with status %i is no broker's answer", (status) => {
  for (const body of [
    "<!doctype html><h1>Not found</h1>",
    "404 page not found",
    "{",
    '{"code":"origin-ref',
  ]) {
    expect(explain(status, body).code).toBe("broker/bad-response");
    expect(explain(status, body).message).toContain(`status ${status}`);
    expect(explain(status, body).message).toContain("data-broker-url");
    expect(explain(status, body).message).not.toContain(body);
  }
});

test("a refused origin is named, with the setting that helps", () => {
  expect(explain(403, { code: "origin-refused" }).message).toContain(pageOrigin);
  expect(explain(403, { code: "origin-refused" }).message).toContain("ALLOWED_ORIGINS");
});

test("a failure is told by its status", () => {
  expect(explain(502, { code: "upstream-failed" }).message).toContain("502");
});

test("a path that the broker does not have is told by the option that names it", () => {
  expect(explain(404, { code: "not-found" }).message).toContain("data-broker-url");
});

test.each([
  ["a-B-9", "a-B-9"],
  ["x".repeat(64), "x".repeat(64)],
  ["x".repeat(65), undefined],
  ["", undefined],
  ["with space", undefined],
  ["under_score", undefined],
  ["line\nbreak", undefined],
  ["end\n", undefined],
  ["<img>", undefined],
  [7, undefined],
  [null, undefined],
  [["a"], undefined],
])("of the request id %j, %j is taken", (requestId, expected) => {
  const error = explain(502, { code: "upstream-failed", request_id: requestId });
  expect(error.requestId).toBe(expected);
  expect("requestId" in error).toBe(expected !== undefined);
});

test("title, detail and everything else stay behind", () => {
  const error = explain(500, { title: canary, detail: canary, code: canary, type: canary, token: canary });
  expect([error.message, error.stack, JSON.stringify(error), String(error.cause)].join()).not.toContain(
    canary,
  );
});

test("a body that was too large is as good as none", () => {
  expect(toBrokerError(503, undefined, pageOrigin).code).toBe("broker/busy");
});
