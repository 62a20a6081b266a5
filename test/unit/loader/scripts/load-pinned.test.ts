import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LoaderError } from "../../../../src/loader/errors.ts";
import { createLoadPinned, type ScriptSource } from "../../../../src/loader/scripts/load-pinned.ts";
import { createPage } from "../world/open-page.ts";
import { type ScriptOutcome, serveScripts } from "../world/serve-scripts.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.head.replaceChildren();
});

const source: ScriptSource = { url: "https://cdn.example/vendor.js", nonce: undefined };
const start = () => ({ instance: {}, useToken: () => undefined, destroy: () => undefined });
const works: ScriptOutcome = { handsOver: { start, version: "1.24.2" } };

const explain = (error: LoaderError): LoaderError => error;

const world = (...outcomes: readonly ScriptOutcome[]) => {
  const { requested } = serveScripts(...outcomes);
  const loadVendor = createLoadPinned(
    { integrity: "sha384-abc", property: "timekitEmbedVendor", tool: "start" },
    { page: createPage(), toScriptUrl: (url) => url, explain },
  );
  /** The code of the failure, once it is there. */
  const loadInVain = () => {
    const seen: { code?: unknown; afterMs?: number } = {};
    const startMs = Date.now();
    loadVendor(source).catch((error: unknown) => {
      seen.code = Object(error).code;
      seen.afterMs = Date.now() - startMs;
    });
    return seen;
  };
  return { requested, loadVendor, loadInVain };
};

test("the vendor is what the script hands over", async () => {
  const { requested, loadVendor } = world(works);
  expect(await loadVendor(source)).toMatchObject({ start });
  expect(requested).toMatchObject([{ src: source.url, integrity: "sha384-abc" }]);
});

test("all share one load, also those that come later", async () => {
  const { requested, loadVendor } = world(works);
  const [first, second] = await Promise.all([loadVendor(source), loadVendor({ ...source })]);
  expect(second).toBe(first);
  expect(await loadVendor(source)).toBe(first);
  expect(requested).toHaveLength(1);
});

test("a script that is blocked is tried three times, each in a new element", async () => {
  const { requested, loadInVain } = world("is blocked");
  const seen = loadInVain();
  await vi.advanceTimersByTimeAsync(0);
  expect(requested).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(300);
  expect(requested).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(599);
  expect(requested).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(requested).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(requested).toHaveLength(3);
  expect(new Set(requested.map(({ element }) => element)).size).toBe(3);
  expect(seen.code).toBe("vendor/blocked");
});

test("a script that works the second time is taken", async () => {
  const { loadVendor } = world("is blocked", works);
  const vendor = loadVendor(source);
  await vi.advanceTimersByTimeAsync(300);
  expect(await vendor).toMatchObject({ start });
});

test("a script that hangs is given up after 10 s, and everything after 20 s", async () => {
  const { requested, loadInVain } = world("hangs");
  const seen = loadInVain();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(requested).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(300);
  expect(requested).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toEqual({ code: "vendor/timeout", afterMs: 20_000 });
  expect(requested).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test("a failure is everybody's, and forgotten: the next one loads again", async () => {
  const { requested, loadVendor, loadInVain } = world("is blocked", "is blocked", "is blocked", works);
  const seen = [loadInVain(), loadInVain()];
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen.map(({ code }) => code)).toEqual(["vendor/blocked", "vendor/blocked"]);
  expect(await loadVendor(source)).toMatchObject({ start });
  expect(requested).toHaveLength(4);
});

describe("vendor/unusable is a script that", () => {
  test.each([
    ["leaves nothing", undefined],
    ["leaves its error", { error: new Error("no jQuery"), styles: [] }],
    ["leaves something else", "vendor"],
    ["leaves null", null],
  ])("%s", async (_, handsOver) => {
    const { loadInVain } = world({ handsOver });
    const seen = loadInVain();
    await vi.advanceTimersByTimeAsync(5000);
    expect(seen.code).toBe("vendor/unusable");
  });
});
