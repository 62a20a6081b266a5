// @vitest-environment node
import { describe, expect, test } from "vitest";
import { type ErrorCode, isOwnersMistake, LoaderError, toLoaderError } from "../../../src/loader/errors.ts";
import { createExplain } from "../../../src/loader/explain.ts";
import { print } from "../../../src/loader/page.ts";
import { sentences } from "../../../src/loader/sentences.ts";

describe("errors", () => {
  interface Row {
    /** Whether another try may help. */
    readonly retryable: boolean;
    /** Whether only a change of the page can help. */
    readonly ownersMistake: boolean;
    /** What the sentence must name for the owner. */
    readonly names?: string;
  }

  const ownersMistake = (names: string): Row => ({ retryable: false, ownersMistake: true, names });
  const retryable = (names?: string): Row => ({
    retryable: true,
    ownersMistake: false,
    ...(names && { names }),
  });
  const final = (names?: string): Row => ({
    retryable: false,
    ownersMistake: false,
    ...(names && { names }),
  });

  const subject = "https://subject.example";

  const table: Record<ErrorCode, Row> = {
    "config/no-resource-id": ownersMistake("data-resource-id"),
    "config/bad-resource-id": ownersMistake("data-resource-id"),
    "config/no-broker-url": ownersMistake("data-broker-url"),
    "config/bad-broker-url": ownersMistake("data-broker-url"),
    "config/no-target": ownersMistake("data-target"),
    "config/bad-option": ownersMistake(subject),
    "broker/unreachable": retryable(subject),
    "broker/timeout": retryable(),
    "broker/origin-refused": final(subject),
    "broker/no-token": final("data-resource-id"),
    "broker/busy": retryable(),
    "broker/failed": retryable(subject),
    "broker/bad-response": retryable(subject),
    "token/refused": final("client-token"),
    "token/expired": retryable(),
    "token/wrong-resource": final(),
    "vendor/blocked": retryable(subject),
    "vendor/timeout": retryable(subject),
    "vendor/unusable": retryable(subject),
    "widget/failed": retryable(subject),
    "widget/unauthorized": retryable(),
    "embed/destroyed": final(),
    "browser/unsupported": ownersMistake(subject),
  };

  describe.each(Object.entries(table) as [ErrorCode, Row][])("%s", (code, row) => {
    const error = new LoaderError(code, subject);

    test("has a sentence that says what to do, and with what", () => {
      expect(error.message).toMatch(/^\S.{10,}\.$/s);
      expect(error.message).not.toContain("%");
      expect(error.message).toContain(row.names ?? "");
    });

    test("says whether another try may help, and who can help", () => {
      expect(error.retryable).toBe(row.retryable);
      expect(isOwnersMistake(error)).toBe(row.ownersMistake);
    });
  });

  test("every sentence belongs to a code", () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(table).sort());
  });

  test("the sentences that cost the owner the most to guess name the setting", () => {
    expect(new LoaderError("broker/unreachable", subject).message).toContain("ALLOWED_ORIGINS");
    expect(new LoaderError("broker/origin-refused", subject).message).toContain("ALLOWED_ORIGINS");
    expect(new LoaderError("vendor/blocked", subject).message).toContain("Access-Control-Allow-Origin");
    expect(new LoaderError("vendor/blocked", subject).message).toContain("Cross-Origin-Resource-Policy");
  });

  test("a subject is taken as it is, also where it looks like a pattern", () => {
    expect(new LoaderError("config/bad-option", "$&$1%").message).toContain(" $&$1%.");
  });

  test("an error is an Error with a name, and carries no cause", () => {
    const error = new LoaderError("broker/failed", "status 500", { requestId: "id-1" });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "LoaderError", code: "broker/failed", requestId: "id-1" });
    expect("cause" in error).toBe(false);
    expect("requestId" in new LoaderError("broker/failed")).toBe(false);
  });

  test("a foreign error becomes one of ours, and nothing of it stays", () => {
    const error = toLoaderError(new TypeError("secret", { cause: "secret" }), "widget/failed", "its start");
    expect(error.code).toBe("widget/failed");
    expect([error.message, error.stack, String(error.cause)].join()).not.toContain("secret");
  });

  test("one of ours stays what it is", () => {
    const error = new LoaderError("token/refused");
    expect(toLoaderError(error, "widget/failed")).toBe(error);
  });
});

describe("their sentences", () => {
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
});

describe("the console", () => {
  test("values are arguments of their own, never part of the format string", () => {
    const printed: unknown[][] = [];
    const note =
      (level: string) =>
      (...values: unknown[]) =>
        void printed.push([level, ...values]);
    const console = { error: note("error"), warn: note("warn"), info: note("info") };
    print(console, "error", "%s%c", undefined, { a: 1 });
    print(console, "warn", "b");
    print(console, "info");
    expect(printed).toEqual([
      ["error", "[timekit-embed]", "%s%c", { a: 1 }],
      ["warn", "[timekit-embed]", "b"],
      ["info", "[timekit-embed]"],
    ]);
  });
});
