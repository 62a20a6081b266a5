// @vitest-environment node
import { describe, expect, test } from "vitest";
import { LoaderError, type ErrorCode } from "../../../src/loader/errors.ts";
import { createExplain } from "../../../src/loader/explain.ts";

const url = "https://broker.example/client-token";

const explain = (
  code: ErrorCode,
  blocked: Readonly<Record<string, string>> = {},
  origin: unknown = "https://www.example.com",
): LoaderError => {
  const window = Object.create(null, { origin: { value: origin } });
  return createExplain(new Map(Object.entries(blocked)), { window })(new LoaderError(code, "subject"), url);
};

describe("what the page's policy has stopped is told with the directive and the value to add", () => {
  test.each([
    ["broker/unreachable", "connect-src https://broker.example", "connect-src"],
    ["broker/unreachable", "connect-src https://broker.example", "default-src"],
    ["widget/failed", "connect-src https://broker.example", "connect-src"],
    ["vendor/blocked", "script-src https://broker.example", "script-src-elem"],
  ] as const)("%s by %s in %s", (code, stopped, directive) => {
    const error = explain(code, { [stopped]: directive });
    expect(error.code).toBe(code);
    expect(error.message).toBe(
      `Add to ${directive} of this page's Content-Security-Policy: https://broker.example`,
    );
  });

  test.each([
    ["broker/unreachable", "script-src https://broker.example"],
    ["broker/unreachable", "connect-src https://another.example"],
    ["broker/timeout", "connect-src https://broker.example"],
    ["vendor/blocked", "connect-src https://broker.example"],
    ["vendor/unusable", "script-src https://broker.example"],
    ["config/no-target", "script-src https://broker.example"],
  ] as const)("%s has nothing to do with %s", (code, stopped) => {
    expect(explain(code, { [stopped]: "default-src" }).message).toBe(
      new LoaderError(code, "subject").message,
    );
  });
});

describe("Trusted Types", () => {
  const sink = { "require-trusted-types-for trusted-types-sink": "require-trusted-types-for" };
  const policy = { "trusted-types trusted-types-policy": "trusted-types" };

  test("that stop jQuery ask for a default policy", () => {
    expect(explain("vendor/unusable", sink).message).toMatch(/require-trusted-types-for.*default policy/);
  });

  test("that do not list our policy name what to list", () => {
    expect(explain("vendor/blocked", { ...sink, ...policy }).message).toBe(
      "Add to trusted-types of this page's Content-Security-Policy: timekit-embed",
    );
  });

  test("are not to blame where they let our address pass", () => {
    expect(explain("vendor/blocked", policy).message).toContain("Access-Control-Allow-Origin");
  });
});

describe("a page without an origin", () => {
  test.each(["broker/unreachable", "broker/origin-refused"] as const)(
    "is told with %s what its frame lacks",
    (code) => {
      expect(explain(code, {}, "null").message).toContain("allow-same-origin");
    },
  );

  test.each([
    ["broker/no-token", "null"],
    ["vendor/blocked", "null"],
    ["broker/unreachable", null],
    ["broker/unreachable", Symbol("a variable of the page")],
  ] as const)("is not meant by %s and %s", (code, origin) => {
    expect(explain(code, {}, origin).message).not.toContain("allow-same-origin");
  });
});

test("the request id stays, and an address that is none does no harm", () => {
  const window = Object.create(null, { origin: { value: "null" } });
  const error = new LoaderError("broker/origin-refused", "null", { requestId: "id-1" });
  expect(createExplain(new Map(), { window })(error, undefined).requestId).toBe("id-1");
  expect(createExplain(new Map(), { window })(error, "::").code).toBe("broker/origin-refused");
});
