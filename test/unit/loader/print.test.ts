// @vitest-environment node
import { expect, test } from "vitest";
import { print } from "../../../src/loader/print.ts";

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
