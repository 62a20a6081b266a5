import { expect, test } from "vitest";
import { comparePrograms } from "./random-programs.ts";

test("a value that is read is the one that a run gives, in very many programs", () => {
  expect(comparePrograms(100_000)).toBeGreaterThan(10_000);
});
