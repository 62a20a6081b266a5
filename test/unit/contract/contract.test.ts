import { describe, expect, test } from "vitest";
import { grantPath, toGrantQuery } from "../../../src/contract/grant-request.ts";
import { problemCodes, requestIdPattern } from "../../../src/contract/problem.ts";
import { isUuid } from "../../../src/contract/uuid.ts";
import { acceptedIds, refusedIds } from "../../cases/ids.ts";

describe("the request", () => {
  test("an ordinary request asks for the resource and says nothing of renewing", () => {
    expect(Object.entries(toGrantQuery({ resourceId: "id", renew: false }))).toEqual([["resource_id", "id"]]);
  });

  test("a renewal says so after the resource", () => {
    expect(Object.entries(toGrantQuery({ resourceId: "id", renew: true }))).toEqual([
      ["resource_id", "id"],
      ["renew", "1"],
    ]);
  });

  test("the path is the one that is documented", () => {
    expect(grantPath).toBe("/client-token");
  });
});

describe("problems", () => {
  test.each(["a", "A-9", "x".repeat(64), "2939c4fa-f06f-4496-8a20-03f57afcdfe6"])(
    "%s is a request id",
    (text) => {
      expect(requestIdPattern.test(text)).toBe(true);
    },
  );

  test.each(["", "x".repeat(65), "a b", "a_b", "a\n", "\na", "<b>", "é", "a;b"])("%j is none", (text) => {
    expect(requestIdPattern.test(text)).toBe(false);
  });

  test("the codes are those that are documented", () => {
    expect([...problemCodes].sort()).toEqual([
      "invalid-request",
      "method-not-allowed",
      "no-client-token",
      "not-found",
      "origin-refused",
      "rate-limited",
      "upstream-busy",
      "upstream-failed",
      "upstream-timeout",
    ]);
  });
});

describe("UUIDs", () => {
  test.each(acceptedIds)("%s is a UUID", (text) => {
    expect(isUuid(text)).toBe(true);
  });

  test("nothing that only looks like one is one", () => {
    expect(refusedIds.filter(isUuid)).toEqual([]);
  });
});
