import { expect, test } from "vitest";
import { isUuid } from "../../../src/contract/uuid.ts";
import { acceptedIds, refusedIds } from "../../cases/ids.ts";

test.each(acceptedIds)("%s is a UUID", (text) => {
  expect(isUuid(text)).toBe(true);
});

test("nothing that only looks like one is one", () => {
  expect(refusedIds.filter(isUuid)).toEqual([]);
});
