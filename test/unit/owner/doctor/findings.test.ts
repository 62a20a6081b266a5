// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { resolveOptions } from "../../../../src/loader/options/resolve-options.ts";
import { fromContainer, fromObject, fromQuery, fromTag } from "../../../../src/loader/options/sources.ts";
import { findBrowser } from "../../../../src/owner/doctor/find-browser.ts";
import { findLibraries } from "../../../../src/owner/doctor/find-libraries.ts";
import { findOptimisers } from "../../../../src/owner/doctor/find-optimisers.ts";
import { findOptions } from "../../../../src/owner/doctor/find-options.ts";
import { findPolicy } from "../../../../src/owner/doctor/find-policy.ts";
import { findPreload } from "../../../../src/owner/doctor/find-preload.ts";
import { findTag } from "../../../../src/owner/doctor/find-tag.ts";

afterEach(() => document.body.replaceChildren());

const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
const createTag = (attributes: Readonly<Record<string, string>>): HTMLScriptElement => {
  const tag = document.createElement("script");
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  return tag;
};
const src = "https://cdn.example/1.0.0/loader.js?notice=owner&key=hidden#x";

describe("the tag", () => {
  test("is named by how it was found, its address and its kind, without its query", () => {
    const tag = createTag({ src, type: "module" });
    expect(findTag({ tag, foundBy: "search", target: null })).toEqual([
      { what: "mounted by", found: "a script tag, found by its address or data-resource-id" },
      { what: "address", found: "https://cdn.example/1.0.0/loader.js (module)" },
    ]);
  });

  test.each([
    ["a container with data-timekit-resource-id", "data-timekit-resource-id"],
    ["a call of mount()", "class"],
  ])("without one there is %s", (found, attribute) => {
    const target = document.createElement("div");
    target.setAttribute(attribute, "");
    const [finding] = findTag({ tag: undefined, foundBy: undefined, target });
    expect(finding?.found).toBe(found);
  });
});

describe("options", () => {
  const context = { baseUrl: "https://shop.example/", isCssLength: () => true };
  const list = (attributes: Readonly<Record<string, string>>) => {
    const tag = createTag({ src, ...attributes });
    const options = resolveOptions([fromTag(tag), fromQuery(tag.src)], context);
    return new Map(
      findOptions({ options, tag, target: null, context }).map(({ what, ...rest }) => [what, rest]),
    );
  };

  test("stand with their values and places; those of Booking.js by name only", () => {
    const rows = list({
      "data-resource-id": resourceId,
      "data-broker-url": "https://broker.example/client-token?key=canary",
      "data-config": '{"apiToken":"canary","name":"Shop"}',
    });
    expect(rows.get("resourceId")?.found).toBe(`${resourceId} (data-resource-id)`);
    expect(rows.get("brokerUrl")?.found).toBe("https://broker.example/client-token?… (data-broker-url)");
    expect(rows.get("notice")?.found).toBe("owner (notice in the address)");
    expect(rows.get("minHeight")?.found).toBe("480px (default)");
    expect(rows.get("target")?.found).toBe("not set (default)");
    expect(rows.get("config")?.found).toBe("apiToken, name");
    expect(JSON.stringify([...rows])).not.toContain("canary");
  });

  test("one that is wrong is named", () => {
    const rows = list({ "data-resource-id": resourceId, "data-lazy": "maybe" });
    expect(rows.get("start")?.found).toBe("auto (default)");
    expect(rows.get("wrong")).toMatchObject({
      found: "config/bad-option",
      advice: expect.stringContaining("data-lazy"),
    });
  });

  test("the start is found where it stands, also under its other name", () => {
    expect(list({ "data-lazy": "" }).get("start")?.found).toBe("visible (data-lazy)");
    expect(list({ "data-start": "click" }).get("start")?.found).toBe("click (data-start)");
  });

  test("one that is wrong in the attribute and right in the address stands in the address", () => {
    expect(list({ "data-notice": "loud" }).get("notice")?.found).toBe("owner (notice in the address)");
  });

  test("of a container are its own", () => {
    const target = document.createElement("div");
    target.setAttribute("data-timekit-resource-id", resourceId);
    target.setAttribute("data-lang", "de");
    target.setAttribute("data-upgrade-url", "https://stranger.example/");
    const options = resolveOptions([fromContainer(target)], context);
    const found = findOptions({ options, tag: undefined, target, context }).map(({ found }) => found);
    expect(found).toContain(`${resourceId} (data-timekit-resource-id of the container)`);
    expect(found).toContain("<div> (the container itself)");
    expect(found).toContain("de (data-lang of the container)");
    expect(found).toContain(`${options.upgradeUrl} (mount(), the loader's tag, or default)`);
  });

  test("of mount() have no place that can be named", () => {
    const target = document.createElement("div");
    target.setAttribute("data-lang", "de");
    const options = resolveOptions([fromObject({ resourceId, target, lang: "de" })], context);
    const found = findOptions({ options, tag: undefined, target, context }).map(({ found }) => found);
    expect(found).toContain("de (mount(), the loader's tag, or default)");
    expect(found).toContain("<div> (mount(), the loader's tag, or default)");
  });
});

describe("the page", () => {
  test("its libraries and module loader are named", () => {
    const define = Object.assign(() => undefined, { amd: {} });
    const page = { jQuery: { fn: { jquery: "1.12.4" } }, $: "text", moment: { version: "2.30.1" }, define };
    const [libraries, amd] = findLibraries(page);
    expect(libraries?.found).toBe("jQuery 1.12.4, a $ that is not jQuery of unknown version, moment 2.30.1");
    expect(amd?.found).toContain("define.amd is there");
    expect(findLibraries({}).map(({ found }) => found)).toEqual([
      "none that matter; the calendar uses its own",
      "none",
    ]);
  });

  test("an optimiser is named by what it leaves, and what it took from the tag", () => {
    document.body.append(createTag({ type: "rocketlazyloadscript" }));
    const [optimiser, attributes] = findOptimisers(document, createTag({ src }));
    expect(optimiser).toMatchObject({ found: "WP Rocket", advice: expect.stringContaining("exclude") });
    expect(attributes?.what).toBe("attributes");
    const inline = createTag({ "data-resource-id": resourceId });
    expect(findOptimisers(document, inline)[1]?.advice).toContain("data-vendor-url");
    document.body.replaceChildren();
    expect(findOptimisers(document, undefined)).toEqual([
      { what: "optimiser", found: "none of the known ones" },
    ]);
  });

  test("its policies are shown as far as they can be read", () => {
    const meta = document.createElement("meta");
    meta.setAttribute("http-equiv", "Content-Security-Policy");
    meta.setAttribute("content", "img-src 'self'");
    document.body.append(meta);
    const blocked = new Map([["connect-src https://broker.example", "default-src"]]);
    const window = { trustedTypes: { defaultPolicy: null } };
    expect(findPolicy(document, blocked, window).map(({ found }) => found)).toEqual([
      "img-src 'self'",
      "default-src blocked https://broker.example",
      "no default policy",
    ]);
    meta.remove();
    expect(findPolicy(document, new Map(), {}).map(({ found }) => found)).toEqual([
      "none in the page; a script cannot read one in a header",
      "nothing so far",
      "not supported by this browser",
    ]);
  });

  test("a preload line that cannot be used is told", () => {
    const link = document.createElement("link");
    link.rel = "preload";
    link.href = "https://cdn.example/1.0.0/vendor/booking-1.24.2.js";
    document.body.append(link);
    expect(findPreload(document)[0]?.found).toBe("without integrity and crossorigin");
    link.setAttribute("integrity", "sha384-x");
    link.setAttribute("crossorigin", "");
    expect(findPreload(document)).toEqual([{ what: "preload", found: "complete" }]);
  });
});

describe("the browser", () => {
  const find = (parts: object): readonly string[] => {
    const own = Object.getOwnPropertyDescriptors({ origin: "https://shop.example", localStorage, ...parts });
    return findBrowser(Object.create(window, own)).map(({ found }) => found);
  };

  test("what it lacks, keeps and where the page is", () => {
    const parts = { parent: undefined, CSSStyleSheet: { prototype: {} }, localStorage: undefined };
    expect(find(parts)).toEqual([
      expect.stringContaining("lacks constructable style sheets"),
      "denied: a dismissed notice comes back on the next page",
      "the page is in a frame",
    ]);
    expect(find({ origin: "null" }).at(-1)).toContain("without an origin");
    expect(find({})[1]).toBe("works");
    expect(Object.keys(localStorage)).toEqual([]);
  });
});
