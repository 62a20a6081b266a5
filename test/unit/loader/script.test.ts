import { afterEach, beforeEach, expect, test, vi } from "vitest";

const page: Record<string, unknown> = Object(window);

beforeEach(() => {
  vi.resetModules();
  document.body.innerHTML =
    '<div data-timekit-resource-id="2939c4fa-f06f-4496-8a20-03f57afcdfe6" data-notice="off"></div>';
});
afterEach(() => {
  Reflect.deleteProperty(page, "TimekitEmbed");
  Reflect.deleteProperty(page, "define");
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** Runs the entry of the script tag in the page. */
const run = async (): Promise<Record<string, unknown>> => {
  vi.spyOn(console, "error").mockReturnValue();
  await import("../../../src/loader/script.ts");
  return Object(page["TimekitEmbed"]);
};

test("the script sets its one global and starts", async () => {
  const before = new Set(Object.keys(page));
  const { embeds } = await run();
  expect(embeds).toHaveLength(1);
  expect(Object.keys(page).filter((name) => !before.has(name))).toEqual(["TimekitEmbed"]);
});

test("a page with a module loader gets the API as a named module, which no loader mistakes for another", async () => {
  const defined: unknown[][] = [];
  page["define"] = Object.assign((...values: unknown[]) => void defined.push(values), { amd: {} });
  const api = await run();
  expect(defined).toEqual([["timekit-embed", [], expect.any(Function)]]);
  const factory = defined[0]?.[2];
  expect(typeof factory === "function" && factory()).toBe(api);
});

test.each([
  ["is no module loader's", () => Object.assign(() => expect.unreachable(), { amd: undefined })],
  ["is an element's", () => Object.assign(document.createElement("form"), { amd: {} })],
])("a define that %s is left alone", async (_, make) => {
  page["define"] = make();
  expect((await run())["embeds"]).toHaveLength(1);
});

test("a define that throws does not keep the calendar away", async () => {
  const fail = (): never => {
    throw new Error("Mismatched anonymous define()");
  };
  page["define"] = Object.assign(fail, { amd: {} });
  expect((await run())["embeds"]).toHaveLength(1);
});
