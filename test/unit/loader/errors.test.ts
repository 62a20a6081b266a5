// @vitest-environment node
import { describe, expect, test } from "vitest";
import { type ErrorCode, isOwnersMistake, LoaderError, toLoaderError } from "../../../src/loader/errors.ts";
import { sentences } from "../../../src/loader/sentences.ts";

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
const final = (names?: string): Row => ({ retryable: false, ownersMistake: false, ...(names && { names }) });

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
