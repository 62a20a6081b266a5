// @vitest-environment node
import { describe, expect, test } from "vitest";
import { createDismissal } from "../../../../src/loader/ui/dismissal.ts";

const dayMs = 24 * 60 * 60_000;
const startMs = Date.UTC(2026, 10, 24);

/** A browser whose storage outlives its pages. */
const createBrowser = (storage: PropertyDescriptor = { value: createStorage() }) => {
  let nowMs = startMs;
  return {
    visit: (search = "") =>
      createDismissal(
        Object.create(null, { localStorage: storage, location: { value: { search } } }),
        () => nowMs,
      ),
    wait: (days: number) => {
      nowMs += days * dayMs;
    },
  };
};

const createStorage = (items = new Map<string, string>()) => ({
  items,
  getItem: (key: string) => items.get(key) ?? null,
  setItem: (key: string, value: string) => void items.set(key, value),
});

describe("a dismissal", () => {
  test("is nothing that a new visitor has", () => {
    expect(createBrowser().visit().isDismissed()).toBe(false);
  });

  test("is remembered for 30 days", () => {
    const browser = createBrowser();
    browser.visit().dismiss();
    expect(browser.visit().isDismissed()).toBe(true);
    browser.wait(29.99);
    expect(browser.visit().isDismissed()).toBe(true);
    browser.wait(0.01);
    expect(browser.visit().isDismissed()).toBe(false);
  });

  test("does not last for years because a clock was set back", () => {
    const browser = createBrowser();
    browser.visit().dismiss();
    browser.wait(-400);
    expect(browser.visit().isDismissed()).toBe(false);
  });

  test.each(["", "soon", "NaN", "{}"])("is none where the page has put %j there", (value) => {
    const storage = createStorage(new Map([["timekit-embed:dismissed", value]]));
    expect(createBrowser({ value: storage }).visit().isDismissed()).toBe(false);
  });
});

describe("an owner", () => {
  test("is nobody by default", () => {
    expect(createBrowser().visit().isOwner()).toBe(false);
  });

  test("opts in and out by the page's address, and it stays", () => {
    const browser = createBrowser();
    expect(browser.visit("?a=1&timekit-notice=owner&b=2").isOwner()).toBe(true);
    expect(browser.visit().isOwner()).toBe(true);
    expect(browser.visit("?timekit-notice=off").isOwner()).toBe(false);
    expect(browser.visit().isOwner()).toBe(false);
  });

  test("opting in does nothing else", () => {
    const storage = createStorage();
    const memory = createBrowser({ value: storage }).visit("?timekit-notice=owner");
    expect([...storage.items]).toEqual([["timekit-embed:owner", "owner"]]);
    expect(memory.isDismissed()).toBe(false);
  });

  test.each([
    "?timekit-notice=on",
    "?timekit-notice=ownership",
    "?my-timekit-notice=owner",
    "?x=timekit-notice=owner",
    "?timekit-notice=",
  ])("is not made by %s", (search) => {
    const storage = createStorage();
    expect(createBrowser({ value: storage }).visit(search).isOwner()).toBe(false);
    expect(storage.items.size).toBe(0);
  });
});

const denied = (): never => {
  throw new DOMException("Access is denied for this document.", "SecurityError");
};

describe.each([
  ["the access", { get: denied }],
  ["every call", { value: { getItem: denied, setItem: denied } }],
  ["the writing", { value: { getItem: () => null, setItem: denied } }],
  ["everything, since there is none", { value: null }],
])("where storage denies %s", (_, storage) => {
  test("nothing is remembered, and nothing is thrown", () => {
    const memory = createBrowser(storage).visit("?timekit-notice=owner");
    memory.dismiss();
    expect(memory.isDismissed()).toBe(false);
    expect(memory.isOwner()).toBe(false);
  });
});
