import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { loadScript } from "../../../../src/loader/scripts/load-script.ts";
import { type ScriptOutcome, serveScripts } from "../world/serve-scripts.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.head.replaceChildren();
});

const url = "https://cdn.example/1.0.0/vendor.js";
const request = { url, integrity: "sha384-abc", nonce: undefined, timeoutMs: 10_000 };

const load = (parts: Partial<typeof request> | { nonce: string } = {}, toScriptUrl = (url: string) => url) =>
  loadScript({ ...request, ...parts }, document, toScriptUrl);

test("the script is asked for with its hash, across origins, and from the head", async () => {
  const { requested } = serveScripts({ handsOver: "vendor" });
  const script = load();
  expect(document.head.querySelectorAll("script")).toHaveLength(1);
  await script;
  expect(requested).toMatchObject([{ src: url, integrity: "sha384-abc", crossOrigin: "anonymous" }]);
});

test("the element is the result, with what the script has left there", async () => {
  const { requested } = serveScripts({ handsOver: "vendor" });
  const script = await load();
  expect(script).toBe(requested[0]?.element);
  expect(script).toHaveProperty("timekitEmbedVendor", "vendor");
});

test("the page's nonce goes along where there is one", async () => {
  const { requested } = serveScripts({ handsOver: "vendor" });
  await load({ nonce: "abc" });
  await load();
  expect(requested.map(({ nonce }) => nonce)).toEqual(["abc", undefined]);
});

test("the address takes the form that the page's Trusted Types ask for", async () => {
  const { requested } = serveScripts({ handsOver: "vendor" });
  await load({}, (url) => `${url}?trusted`);
  expect(requested[0]?.src).toBe(`${url}?trusted`);
});

describe("a script", () => {
  test("that is blocked is vendor/blocked, with its address", async () => {
    serveScripts("is blocked");
    const error = load();
    await expect(error).rejects.toMatchObject({ code: "vendor/blocked", retryable: true });
    await expect(error).rejects.toThrow(url);
  });

  test("that Trusted Types forbid is vendor/blocked", async () => {
    serveScripts("hangs");
    const forbid = (): never => {
      throw new TypeError("This document requires 'TrustedScriptURL' assignment.");
    };
    await expect(load({}, forbid)).rejects.toMatchObject({ code: "vendor/blocked" });
  });

  test("that never arrives is vendor/timeout when its time is over", async () => {
    serveScripts("hangs");
    let code: unknown;
    load({ timeoutMs: 700 }).catch((error: unknown) => {
      code = Object(error).code;
    });
    await vi.advanceTimersByTimeAsync(699);
    expect(code).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(code).toBe("vendor/timeout");
  });
});

test.each<[string, ScriptOutcome]>([
  ["runs", { handsOver: "vendor" }],
  ["is blocked", "is blocked"],
  ["hangs", "hangs"],
])("after a script that %s nothing is left: no element, no handler, no timer", async (_, outcome) => {
  const { requested } = serveScripts(outcome);
  const settled = load().catch(() => undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  await settled;
  expect(document.head.childElementCount).toBe(0);
  expect(requested[0]?.element).toMatchObject({ onload: null, onerror: null });
  expect(vi.getTimerCount()).toBe(0);
});
