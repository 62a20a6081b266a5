import type { NoticeAction } from "../../../../src/loader/ui/dismissal.ts";
import { within } from "@testing-library/preact";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { createParts, type PartsOptions } from "../../../../src/loader/ui/parts.tsx";
import { chooseWords } from "../../../../src/loader/ui/words.ts";

const words = chooseWords("en");

afterEach(() => document.body.replaceChildren());

const findPart = (name: string): HTMLElement => {
  const part = document.querySelector<HTMLElement>(`[data-timekit-part="${name}"]`);
  if (!part) throw new Error(`There is no part ${name}.`);
  return part;
};

/** What stands in a part's shadow root, as its readers meet it. */
const inside = (name: string) => {
  const root = findPart(name).shadowRoot;
  if (!root) throw new Error(`The part ${name} has no shadow root.`);
  // The queries ask for an element, and use only what shadow roots have too.
  return { root, ...within(root as unknown as HTMLElement) };
};

const world = (options: Partial<PartsOptions> = {}, html = "<p>Call us</p> or <a>write</a><!-- soon -->") => {
  const target = document.createElement("div");
  target.innerHTML = html;
  document.body.append(target);
  const actions: NoticeAction[] = [];
  const parts = createParts({
    target,
    words,
    lang: "en",
    minHeight: "480px",
    upgradeUrl: "https://upgrade.example/",
    onNotice: (action) => void actions.push(action),
    onGuide: undefined,
    ...options,
  });
  parts.announce();
  return { target, parts, actions };
};

const partsOf = (target: Element) =>
  [...target.childNodes].map((node) => node instanceof HTMLElement && node.dataset["timekitPart"]);

describe("the three parts", () => {
  test("stand alone in the target, and nothing of ours stands elsewhere in the page", () => {
    const { target } = world();
    expect(partsOf(target)).toEqual(["notice", "status", "widget"]);
    expect(document.head.querySelector("style")).toBeNull();
    expect(document.body.childElementCount).toBe(1);
  });

  test("have shadow roots, but for the widget, whose styles are the document's", () => {
    world();
    expect(findPart("notice").shadowRoot).not.toBeNull();
    expect(findPart("status").shadowRoot).not.toBeNull();
    expect(findPart("widget").shadowRoot).toBeNull();
  });

  test("have their styles from a sheet that no style-src forbids", () => {
    world();
    for (const name of ["notice", "status"]) {
      expect(inside(name).root.adoptedStyleSheets).toHaveLength(1);
      expect(inside(name).root.querySelector("style, [style]")).toBeNull();
    }
  });

  test("go, and what the target held comes back, the same nodes in their order", () => {
    const target = document.createElement("div");
    target.innerHTML = "<p>Call us</p> or <a>write</a><!-- soon -->";
    const held = [...target.childNodes];
    const { parts } = world({ target });
    expect(held.some((node) => target.contains(node))).toBe(false);
    parts.remove();
    expect([...target.childNodes]).toEqual(held);
    expect(target.firstChild).toBe(held[0]);
  });

  test("leave alone what the page has put into the target since", () => {
    const { target, parts } = world();
    target.innerHTML = "<b>theirs</b>";
    parts.remove();
    expect(target.innerHTML).toBe("<b>theirs</b>");
  });

  test("are not there where the browser lacks constructable sheets, and the target is as it was", () => {
    vi.stubGlobal("CSSStyleSheet", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(() => world()).toThrow(expect.objectContaining({ code: "browser/unsupported" }));
    expect(document.body.innerHTML).toBe("<div><p>Call us</p> or <a>write</a><!-- soon --></div>");
  });
});

describe("the notice", () => {
  test("is shown, and says so", () => {
    const { actions } = world();
    expect(inside("notice").getByRole("region", { name: words.noticeName })).toBeTruthy();
    expect(actions).toEqual(["shown"]);
  });

  test("opens the way to v2 in another tab that cannot reach this one", () => {
    const { actions } = world();
    const link = inside("notice").getByRole("link", { name: words.upgrade });
    expect(link.getAttribute("target")).toBe("_blank");
    expect(link.getAttribute("rel")).toContain("noopener");
    link.addEventListener("click", (event) => event.preventDefault());
    link.click();
    expect(actions).toEqual(["shown", "followed"]);
  });

  test("goes when it is dismissed", () => {
    const { actions } = world();
    inside("notice").getByRole("button", { name: words.dismiss }).click();
    expect(inside("notice").root.childElementCount).toBe(0);
    expect(actions).toEqual(["shown", "dismissed"]);
  });

  test("hands the focus on to the calendar when it is dismissed by keyboard", () => {
    world();
    const dismiss = inside("notice").getByRole("button", { name: words.dismiss });
    dismiss.focus();
    dismiss.click();
    expect(document.activeElement).toBe(findPart("widget"));
  });

  test("takes no focus that is elsewhere", () => {
    const { target } = world();
    const field = document.createElement("input");
    target.before(field);
    field.focus();
    inside("notice").getByRole("button", { name: words.dismiss }).click();
    expect(document.activeElement).toBe(field);
  });

  test("is not shown where nobody is to be told", () => {
    const { actions } = world({ onNotice: undefined });
    expect(inside("notice").root.childElementCount).toBe(0);
    expect(actions).toEqual([]);
  });
});

describe("the status", () => {
  const isConcealed = () => findPart("widget").style.visibility === "hidden";
  const reserved = () => findPart("status").style.getPropertyValue("--min-height");

  test("reserves the height from the first moment on", () => {
    world({ minHeight: "50vh" });
    expect(reserved()).toBe("50vh");
  });

  test("stands instead of the widget, which keeps its width, while that loads or has failed", () => {
    const { parts } = world();
    parts.showStatus({ kind: "loading" }, "instead");
    expect(inside("status").getByRole("status")).toBeTruthy();
    expect(isConcealed()).toBe(true);
    expect(findPart("widget").style.display).not.toBe("none");
    expect(reserved()).toBe("480px");
  });

  test("stands above the widget when a booking has failed, and takes no more than its own height", () => {
    const { parts } = world();
    parts.showStatus({ kind: "loading" }, "instead");
    parts.showStatus({ kind: "bookingFailed" }, "above");
    expect(inside("status").getByRole("alert").textContent).toBe(words.bookingFailed);
    expect(isConcealed()).toBe(false);
    expect(reserved()).toBe("0");
    expect(findPart("status").hidden).toBe(false);
  });

  test("gives way to the widget", () => {
    const { parts } = world();
    parts.showStatus({ kind: "loading" }, "instead");
    parts.showWidget();
    expect(findPart("status").hidden).toBe(true);
    expect(inside("status").root.childElementCount).toBe(0);
    expect(isConcealed()).toBe(false);
  });

  test("comes back with a failure, which can be retried", () => {
    const { parts } = world();
    let retries = 0;
    parts.showWidget();
    parts.showStatus(
      { kind: "failed", onRetry: () => (retries += 1), fallbackUrl: "tel:+15550100" },
      "instead",
    );
    expect(findPart("status").hidden).toBe(false);
    inside("status").getByRole("button", { name: words.retry }).click();
    expect(retries).toBe(1);
    expect(inside("status").getByRole("link", { name: words.fallback })).toBeTruthy();
  });

  test("asks a visitor to start, who is told whom that contacts", () => {
    const { parts } = world();
    let starts = 0;
    parts.showStatus(
      { kind: "start", hosts: "a.example, b.example", onStart: () => (starts += 1) },
      "instead",
    );
    const button = inside("status").getByRole("button", { name: words.start });
    const note = inside("status").root.querySelector(`#${button.getAttribute("aria-describedby")}`);
    expect(note?.textContent).toBe("This contacts a.example, b.example.");
    button.click();
    expect(starts).toBe(1);
    expect(reserved()).toBe("480px");
  });

  test("reserves the height and says nothing where the page starts it", () => {
    const { parts } = world();
    parts.showStatus({ kind: "nothing" }, "instead");
    expect(inside("status").root.childElementCount).toBe(0);
    expect(findPart("status").hidden).toBe(false);
    expect(reserved()).toBe("480px");
  });

  test("keeps the focus of whoever has pressed its button, and hands it to the widget", () => {
    const { parts } = world();
    const { root } = inside("status");
    parts.showStatus({ kind: "start", hosts: "a.example", onStart: () => undefined }, "instead");
    root.querySelector("button")?.focus();
    parts.showStatus({ kind: "loading" }, "instead");
    expect(root.activeElement).toBe(root.querySelector("section"));
    parts.showWidget();
    expect(document.activeElement).toBe(findPart("widget"));
  });

  test("takes no focus from elsewhere", () => {
    const { parts } = world();
    parts.showStatus({ kind: "loading" }, "instead");
    expect(document.activeElement).toBe(document.body);
    parts.showWidget();
    expect(document.activeElement).toBe(document.body);
  });

  test("has words of the page in place of ours", () => {
    const { parts } = world({ words: { ...words, loading: "Einen Moment" } });
    parts.showStatus({ kind: "loading" }, "instead");
    expect(inside("status").getByRole("status").textContent).toBe("Einen Moment");
  });
});
