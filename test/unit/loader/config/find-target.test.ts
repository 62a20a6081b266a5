import { afterEach, describe, expect, test } from "vitest";
import { findTarget, type TargetQuery } from "../../../../src/loader/discovery/target.ts";
import { parseLater } from "../world/open-page.ts";

afterEach(() => {
  document.body.replaceChildren();
  document.head.replaceChildren();
});

const write = (html: string): void => {
  document.body.innerHTML = html;
};

const find = (query: Partial<TargetQuery> = {}): Element | undefined =>
  findTarget({
    target: undefined,
    pageTarget: undefined,
    tag: undefined,
    document,
    isTaken: () => false,
    createTarget: () => document.createElement("section"),
    ...query,
  });

const byId = (id: string): Element => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`There is no #${id}.`);
  return element;
};

const noTarget = expect.objectContaining({ code: "config/no-target" });
const badOption = expect.objectContaining({ code: "config/bad-option" });

describe("the named target", () => {
  test("is found by its selector", () => {
    write('<div class="a"></div><div class="b" id="b"></div><div class="b"></div>');
    expect(find({ target: ".b" })).toBe(byId("b"));
  });

  test("may be an element", () => {
    const element = document.createElement("div");
    expect(find({ target: element })).toBe(element);
  });

  test("may be a form, which is itself and not its first field", () => {
    write('<form id="place"><input></form><select id="choice"><option></option></select>');
    expect(find({ target: "#place" })).toBe(byId("place"));
    expect(find({ target: byId("place") })).toBe(byId("place"));
    expect(find({ target: "#choice" })).toBe(byId("choice"));
  });

  test("comes before everything else", () => {
    write('<div id="bookingjs"></div><div id="page"></div><div id="named"></div>');
    expect(find({ target: "#named", pageTarget: "#page" })).toBe(byId("named"));
  });

  test("is awaited until the document is parsed, and then missing", () => {
    write('<div id="bookingjs"></div><script id="tag"></script>');
    const endParsing = parseLater();
    expect(find({ target: "#later", tag: byId("tag") })).toBeUndefined();
    endParsing();
    expect(() => find({ target: "#later", tag: byId("tag") })).toThrow(noTarget);
  });

  test("that is taken is missing", () => {
    write('<div id="named"></div><div id="bookingjs"></div>');
    expect(() => find({ target: "#named", isTaken: (element) => element.id === "named" })).toThrow(noTarget);
  });

  test.each(["#", "div:", "[", "a,,b", "<img src=x onerror=alert(1)>"])(
    "that is no selector, %s, is named without its text",
    (target) => {
      expect(() => find({ target })).toThrow(badOption);
      expect(() => find({ target })).toThrow("data-target");
      expect(() => find({ target })).not.toThrow(target);
    },
  );
});

describe("the page's own v1 target", () => {
  test.each([
    ["a selector", () => "#page"],
    ["an element", () => byId("page")],
    ["a jQuery object", () => ({ 0: byId("page"), length: 1 })],
    ["a list", () => document.querySelectorAll("#page")],
  ])("may be %s", (_, make) => {
    write('<div id="bookingjs"></div><div id="page"></div>');
    expect(find({ pageTarget: make() })).toBe(byId("page"));
  });

  test.each([undefined, null, 7, {}, [], "#nowhere", { 0: "x" }, () => 1])(
    "that is none, %o, gives way to #bookingjs",
    (pageTarget) => {
      write('<div id="bookingjs"></div>');
      expect(find({ pageTarget })).toBe(byId("bookingjs"));
    },
  );
});

describe("#bookingjs", () => {
  test("is the first that is free", () => {
    write('<div id="bookingjs" class="a"></div><div id="bookingjs" class="b"></div>');
    expect(find({ isTaken: (element) => element.className === "a" })?.className).toBe("b");
  });
});

describe("without a place", () => {
  test("a new element stands right after the tag", () => {
    write('<p></p><script id="tag"></script><p id="after"></p>');
    const created = find({ tag: byId("tag") });
    expect(created?.tagName).toBe("SECTION");
    expect(created?.previousElementSibling).toBe(byId("tag"));
    expect(created?.nextElementSibling).toBe(byId("after"));
  });

  test("that is not done before the document is parsed, since the place may follow", () => {
    write('<script id="tag"></script>');
    parseLater();
    expect(find({ tag: byId("tag") })).toBeUndefined();
    expect(document.body.childElementCount).toBe(1);
  });

  test("a tag in the head has none", () => {
    const tag = document.createElement("script");
    document.head.append(tag);
    expect(() => find({ tag })).toThrow(noTarget);
  });

  test("a tag that is nowhere has none", () => {
    expect(() => find({ tag: document.createElement("script") })).toThrow(noTarget);
  });

  test("what has no tag has none", () => {
    expect(() => find()).toThrow(noTarget);
  });
});
