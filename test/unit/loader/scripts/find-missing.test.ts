// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findMissing } from "../../../../src/loader/scripts/load-pinned.ts";
import { startServer } from "../../../tools/start-server.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const script = { "content-type": "text/javascript; charset=utf-8" };

/** Asks a real server; as a browser does it, the page may read the answer only where the host allows it. */
const askFor = async (answer: Response, isAllowed = true): Promise<string | undefined> => {
  const server = await startServer(() => answer.clone());
  try {
    return await findMissing(`${server.origin}/vendor.js`, {
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (init?.mode === "cors" && !isAllowed) throw new TypeError("Failed to fetch");
        return response;
      },
    });
  } finally {
    await server.close();
  }
};

test.each([
  [
    "a host that says nothing of other origins",
    new Response("", { headers: script }),
    false,
    "Open it in a tab: if it is there, its host must send Access-Control-Allow-Origin: * with it.",
  ],
  [
    "a host without the file",
    new Response("", { status: 404 }),
    true,
    "Its host answers with status 404. Deploy dist/ as one folder.",
  ],
  [
    "a host that fails",
    new Response("", { status: 503, headers: script }),
    true,
    "Its host answers with status 503. Deploy dist/ as one folder.",
  ],
  [
    "a host with another type",
    new Response("", { headers: { "content-type": "text/html" } }),
    true,
    "Its host must send a JavaScript Content-Type, such as text/javascript.",
  ],
  [
    "a host with other bytes",
    new Response("x", { headers: script }),
    true,
    "It has been changed, or is of another version: deploy dist/ again.",
  ],
  [
    "a host with an old type",
    new Response("x", { headers: { "content-type": "application/x-javascript" } }),
    true,
    "It has been changed, or is of another version: deploy dist/ again.",
  ],
] as const)("%s", async (_, answer, isAllowed, expected) => {
  expect(await askFor(answer, isAllowed)).toBe(expected);
});

test("a host that is not there tells nothing", async () => {
  const fail = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));
  expect(await findMissing("https://cdn.example/vendor.js", { fetch: fail })).toBeUndefined();
});

test("a host that hangs is given up after 3 s, and nothing is left", async () => {
  const modes: unknown[] = [];
  const missing = findMissing("https://cdn.example/vendor.js", {
    fetch: (_, { mode, signal } = {}) => {
      modes.push(mode);
      const aborted = new DOMException("Aborted", "AbortError");
      if (signal?.aborted) return Promise.reject(aborted);
      return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(aborted)));
    },
  });
  await vi.advanceTimersByTimeAsync(3000);
  expect(await missing).toBeUndefined();
  expect(modes).toEqual(["cors", "no-cors"]);
  expect(vi.getTimerCount()).toBe(0);
});
