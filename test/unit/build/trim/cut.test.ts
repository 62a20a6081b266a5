import { expect, test } from "vitest";
import { cut } from "../../../../src/build/trim/cut.ts";

const code = "keep(); first(); second(); rest();";

test.each([
  ["nothing in its place", [["first", "second"]], "keep(); second(); rest();"],
  ["another text in its place", [["first", "second", "$& "]], "keep(); $& second(); rest();"],
  ["all that follows", [["second", ""]], "keep(); first(); "],
  [
    "one after the other",
    [
      ["first", "second"],
      ["keep", "second"],
    ],
    "second(); rest();",
  ],
] as const)("a piece is left out with %s", (_, cuts, expected) => {
  expect(cut(code, cuts)).toBe(expected);
});

test.each([
  ["starts with what is not there", ["third", "rest"], /no longer has: third/],
  ["ends with what is not there", ["first", "third"], /no longer has: first … third/],
  ["ends with what stands only before it", ["second", "first"], /no longer has/],
  ["may start in two places", ["();", "rest"], /twice/],
] as const)("a piece that %s is refused", (_, piece, message) => {
  expect(() => cut(code, [piece])).toThrow(message);
});
