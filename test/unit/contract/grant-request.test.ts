import { expect, test } from "vitest";
import { grantPath, toGrantQuery } from "../../../src/contract/grant-request.ts";

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
