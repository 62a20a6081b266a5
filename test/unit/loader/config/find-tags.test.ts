import { afterEach, describe, expect, test } from "vitest";
import { findCurrentTag, findTags } from "../../../../src/loader/discovery/tags.ts";

afterEach(() => {
  document.body.replaceChildren();
  Reflect.deleteProperty(Document.prototype, "currentScript");
  Reflect.deleteProperty(document, "currentScript");
});

/** Script elements in the page, as a parser leaves them. */
const write = (...tags: readonly Readonly<Record<string, string>>[]): void => {
  for (const attributes of tags) {
    const script = document.createElement("script");
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    document.body.append(script);
  }
};

describe("every tag of ours", () => {
  // happy-dom loads no `text/x-test` script, and the type does not matter.
  const type = "text/x-test";
  test.each([
    { src: "https://cdn.example/1.0.0/loader.js" },
    { src: "https://cdn.example/loader.js?resource-id=r" },
    { src: "https://cdn.example/loader.js#top" },
    { src: "loader.js" },
    { src: "/static/loader.js" },
    { "data-resource-id": "r" },
    { "data-resource-id": "" },
    { src: "https://cdn.example/bundle.js", "data-resource-id": "r" },
  ])("is %j", (attributes) => {
    write({ type, ...attributes });
    expect(findTags(document)).toEqual([...document.querySelectorAll("script")]);
  });

  test.each([
    {},
    { src: "https://cdn.example/bundle.js" },
    { src: "https://cdn.example/preloader.js" },
    { src: "https://cdn.example/loader.js/other.js" },
    { src: "https://cdn.example/loader.json" },
    { src: "https://cdn.example/LOADER.JS" },
    { src: "https://cdn.example/other.js?next=/loader.js" },
    { src: "https://cdn.example/other.js#/loader.js" },
    { "data-timekit-resource-id": "r" },
  ])("is not %j", (attributes) => {
    write({ type, ...attributes });
    expect(findTags(document)).toEqual([]);
  });

  test.each(["module", "text/javascript", "text/rocketscript", "application/json"])(
    "may have the type %s",
    (type) => {
      write({ type, "data-resource-id": "r" });
      expect(findTags(document)).toHaveLength(1);
    },
  );

  test("waits for consent as text/plain", () => {
    write({ type: "text/plain", "data-resource-id": "r", src: "https://cdn.example/loader.js" });
    expect(findTags(document)).toEqual([]);
  });

  test("is found in open shadow trees, however deep", () => {
    const outer = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    const inner = outer.appendChild(document.createElement("p")).attachShadow({ mode: "open" });
    const script = document.createElement("script");
    script.type = type;
    script.setAttribute("data-resource-id", "r");
    inner.append(script);
    expect(findTags(document)).toEqual([script]);
  });

  test("is found in the page's order", () => {
    write({ type, "data-resource-id": "a" }, { type }, { type, "data-resource-id": "b" });
    expect(findTags(document).map(({ dataset }) => dataset["resourceId"])).toEqual(["a", "b"]);
  });
});

describe("the running tag", () => {
  /** What browsers have and happy-dom has not. */
  const run = (value: unknown): void => {
    Object.defineProperty(Document.prototype, "currentScript", { get: () => value, configurable: true });
  };

  test("is the script element that the browser names", () => {
    const script = document.createElement("script");
    run(script);
    expect(findCurrentTag(document)).toBe(script);
  });

  test("is not what a page's image of that name claims to be", () => {
    const image = document.createElement("img");
    Object.defineProperty(document, "currentScript", { value: image, configurable: true });
    run(null);
    expect(findCurrentTag(document)).toBeNull();
  });

  test.each([
    ["null, as in a module", null],
    ["an SVG script", document.createElementNS("http://www.w3.org/2000/svg", "script")],
    ["something that the page has put there", {}],
  ])("is nothing where the browser names %s", (_, value) => {
    run(value);
    expect(findCurrentTag(document)).toBeNull();
  });

  test("is nothing where there is no such getter", () => {
    expect(findCurrentTag(document)).toBeNull();
  });
});
