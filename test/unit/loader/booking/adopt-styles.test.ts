import { afterEach, expect, test } from "vitest";
import { adoptInShadow, adoptStyles } from "../../../../src/loader/booking/adopt-styles.ts";

afterEach(() => {
  document.adoptedStyleSheets = [];
  document.head.replaceChildren();
});

/** A style element as v1 adds it; a blocked one has its text and no sheet. */
const addStyle = (css: string, isBlocked: boolean): HTMLStyleElement => {
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  if (isBlocked) Object.defineProperty(style, "sheet", { value: null });
  return style;
};

const adopted = (): readonly string[] =>
  document.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join());

test("styles that the page's policy has blocked are adopted as sheets, after the page's own", () => {
  const own = new CSSStyleSheet();
  document.adoptedStyleSheets = [own];
  adoptStyles([addStyle(".a { color: red; }", true), addStyle(".b { color: blue; }", true)], document);
  expect(document.adoptedStyleSheets[0]).toBe(own);
  expect(adopted().slice(1)).toEqual([".a { color: red; }", ".b { color: blue; }"]);
});

test("styles that work are left alone", () => {
  adoptStyles([addStyle(".a { color: red; }", false)], document);
  expect(adopted()).toEqual([]);
});

test("styles that somebody has taken out are not brought back", () => {
  const style = addStyle(".a { color: red; }", true);
  style.remove();
  adoptStyles([style], document);
  expect(adopted()).toEqual([]);
});

test("a calendar in a shadow root gets the styles there, and takes only its own away", () => {
  const root = document.createElement("div").attachShadow({ mode: "open" });
  const element = root.appendChild(document.createElement("div"));
  const own = new CSSStyleSheet();
  root.adoptedStyleSheets = [own];
  const style = addStyle(".a { color: red; }", false);
  const [dropFirst, dropSecond] = [adoptInShadow([style], element), adoptInShadow([style], element)];
  expect(root.adoptedStyleSheets).toHaveLength(3);
  dropFirst();
  expect(root.adoptedStyleSheets.map(({ cssRules }) => cssRules[0]?.cssText)).toEqual([
    undefined,
    ".a { color: red; }",
  ]);
  dropSecond();
  expect(root.adoptedStyleSheets).toEqual([own]);
});

test("a calendar in the document has them already", () => {
  adoptInShadow([addStyle(".a { color: red; }", false)], document.body)();
  expect(adopted()).toEqual([]);
});
