// @vitest-environment node
import { expect, test } from "vitest";
import { neutralizeAllHtml, neutralizeHtml } from "../../../../src/loader/booking/neutralize-html.ts";

test.each([
  [`<img src="x" onerror='y'>`, "‹img src=”x” onerror=’y’›"],
  ["a & b", "a & b"],
  ["&lt;b&gt;", "&lt;b&gt;"],
  ["", ""],
])("%j becomes %j, and stays so the second time", (text, inert) => {
  expect(neutralizeHtml(text)).toBe(inert);
  expect(neutralizeHtml(inert)).toBe(inert);
});

test("in data every text and key is made inert, and functions are left out", () => {
  expect(
    neutralizeAllHtml({
      "<k>": ["<v>", 1, null, true, [{ a: "'" }]],
      call: () => 1,
      none: undefined,
      list: [() => 1],
    }),
  ).toEqual({
    "‹k›": ["‹v›", 1, null, true, [{ a: "’" }]],
    call: undefined,
    none: undefined,
    list: [undefined],
  });
});

test.each([7, true, null, undefined])("%j is itself", (value) => {
  expect(neutralizeAllHtml(value)).toBe(value);
});
