// @vitest-environment happy-dom
import { fileURLToPath } from "node:url";
import type * as Preact from "preact";
import { describe, expect, test } from "vitest";
import { trimPreact } from "../../../../src/build/trim/trim-preact.ts";
import type * as NoticeModule from "../../../../src/loader/parts/notice.tsx";
import type * as StatusModule from "../../../../src/loader/parts/status.tsx";
import { chooseWords } from "../../../../src/loader/parts/words.ts";
import { bundleModule } from "./bundle-module.ts";

const english = chooseWords("en");

const part = (name: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../../../../src/loader/parts/${name}.tsx`, import.meta.url)));

const source = `export { h, render } from "preact";
export { Notice } from ${part("notice")};
export { Status } from ${part("status")};`;

type Bundled = typeof Preact & typeof NoticeModule & typeof StatusModule;

// Each case is held to the whole Preact too: what is trimmed draws no differently.
describe.each([
  ["trimmed", await bundleModule(source, trimPreact())],
  ["whole", await bundleModule(source, [])],
])("the loader's parts through the %s Preact", (_, module) => {
  const { h, render, Notice, Status } = module as Bundled;

  const createRoot = () => {
    const root = document.createElement("div").attachShadow({ mode: "open" });
    const draw = (vnode: Preact.ComponentChild): string => {
      render(vnode, root);
      return root.innerHTML;
    };
    const click = (selector: string): void => {
      root.querySelector<HTMLElement>(selector)?.click();
    };
    return { root, draw, click };
  };

  test("the status goes through all that it can be, and back", () => {
    const { draw } = createRoot();
    const words = english;
    const loading = `<section part="status" role="status"><p part="text">${words.loading}</p></section>`;
    const failed = (rest: string, text = words.failed): string =>
      `<section part="status" role="alert"><p part="text">${text}</p>${rest}</section>`;
    const retry = `<button part="button">${words.retry}</button>`;
    const fallback = `<a part="link" href="tel:1">${words.fallback}</a>`;
    const onRetry = (): void => undefined;

    expect(draw(h(Status, { words, content: "loading" }))).toBe(loading);
    expect(draw(h(Status, { words, content: "failed", onRetry, fallbackUrl: "tel:1" }))).toBe(
      failed(retry + fallback),
    );
    expect(draw(h(Status, { words, content: "failed", fallbackUrl: "tel:1" }))).toBe(failed(fallback));
    expect(draw(h(Status, { words, content: "bookingFailed", onRetry }))).toBe(
      failed(retry, words.bookingFailed),
    );
    expect(draw(h(Status, { words, content: "failed", onRetry, fallbackUrl: "tel:1" }))).toBe(
      failed(retry + fallback),
    );
    expect(draw(h(Status, { words, content: "loading" }))).toBe(loading);
    expect(draw(null)).toBe("");
    expect(draw(h(Status, { words, content: "loading" }))).toBe(loading);
  });

  test("a button calls what was given last, once", () => {
    const { draw, click } = createRoot();
    const calls: string[] = [];
    const show = (name: string): string =>
      draw(h(Status, { words: english, content: "failed", onRetry: () => calls.push(name) }));
    show("first");
    click("button");
    show("second");
    click("button");

    expect(calls).toEqual(["first", "second"]);
  });

  test("the notice is drawn with its attributes, says what was done, and goes", () => {
    const { root, draw, click } = createRoot();
    const actions: string[] = [];
    const notice = (props: Partial<NoticeModule.NoticeProps>) =>
      h(Notice, {
        words: english,
        upgradeUrl: "https://example.com/v2",
        problem: undefined,
        onGuide: undefined,
        onAction: (a) => actions.push(a),
        ...props,
      });
    draw(notice({ problem: "It did not load.", onGuide: () => actions.push("guide") }));
    expect(root.querySelector("p")?.outerHTML).toBe('<p part="text" aria-live="polite">It did not load.</p>');
    click("button");
    expect(actions.splice(0)).toEqual(["guide"]);
    draw(notice({}));
    expect(root.querySelector("p")?.textContent).toBe(english.notice);
    expect(root.querySelector("section")?.getAttribute("aria-label")).toBe(english.noticeName);
    const link = root.querySelector("a");
    expect([link?.href, link?.target, link?.rel]).toEqual(["https://example.com/v2", "_blank", "noopener"]);
    click("button");
    expect(actions).toEqual(["dismissed"]);
    expect(draw(null)).toBe("");
  });

  test("an element that changes its kind, and those beside it, stand in their order", () => {
    const { draw } = createRoot();
    const list = (...names: readonly (string | null)[]) =>
      h(
        "div",
        null,
        names.map((name) => name && h(name, { title: name, hidden: name === "b" }, name)),
      );
    const element = (name: string): string =>
      `<${name} title="${name}"${name === "b" ? ' hidden=""' : ""}>${name}</${name}>`;

    expect(draw(list("i", "b", "u"))).toBe(`<div>${["i", "b", "u"].map(element).join("")}</div>`);
    expect(draw(list("u", null, "i", "b"))).toBe(`<div>${["u", "i", "b"].map(element).join("")}</div>`);
    expect(draw(list("b"))).toBe(`<div>${element("b")}</div>`);
    expect(draw("text")).toBe("text");
    expect(draw("text, changed")).toBe("text, changed");
  });

  test("what is drawn is text, whatever it says", () => {
    expect(createRoot().draw(h("p", null, "<img src=x onerror=alert(1)>"))).toBe(
      "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    );
    expect(createRoot().draw({ type: "img", props: {} })).toBe("");
  });
});
