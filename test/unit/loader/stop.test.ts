import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLoader } from "../../../src/loader/loader.ts";
import { container, defaults, openPage, otherId } from "./world/open-page.ts";
import { resourceId } from "./token/grant-body.ts";

/** What is attached to the page's objects and not taken back: listeners, observers and timers. */
const attached = new Set<string>();

beforeEach(() => {
  attached.clear();
  // The loader asks a document through its prototype; happy-dom's window has methods of its own.
  for (const [name, owner, watched] of [
    ["document", findOwner(document, "addEventListener"), document],
    ["window", window, window],
  ] as const) {
    const { addEventListener, removeEventListener } = owner;
    vi.spyOn(owner, "addEventListener").mockImplementation(function (this: object, ...rest: unknown[]) {
      if (name === "window" || this === watched) attached.add(`${name} ${String(rest[0])}`);
      Reflect.apply(addEventListener, this, rest);
    });
    vi.spyOn(owner, "removeEventListener").mockImplementation(function (this: object, ...rest: unknown[]) {
      if (name === "window" || this === watched) attached.delete(`${name} ${String(rest[0])}`);
      Reflect.apply(removeEventListener, this, rest);
    });
  }
  for (const name of ["MutationObserver", "IntersectionObserver"] as const) {
    const { observe, disconnect } = window[name].prototype;
    vi.spyOn(window[name].prototype, "observe").mockImplementation(function (
      this: object,
      ...rest: unknown[]
    ) {
      attached.add(name);
      Reflect.apply(observe, this, rest);
    });
    vi.spyOn(window[name].prototype, "disconnect").mockImplementation(function (this: object) {
      attached.delete(name);
      Reflect.apply(disconnect, this, []);
    });
  }
});
afterEach(() => void vi.restoreAllMocks());

/** The prototype that has this property itself. */
const findOwner = (target: EventTarget, name: string): EventTarget => {
  const above = Object.getPrototypeOf(target) as EventTarget;
  return Object.hasOwn(above, name) ? above : findOwner(above, name);
};

test("after stop() nothing of the loader is left on the page, whatever its calendars were doing", async () => {
  const html = `<div id="calendar"><a href="/book">Book</a></div>${container(otherId)}`;
  const world = openPage({ html, answer: () => new Response(null, { status: 503 }) });
  const before = document.body.innerHTML;
  // The world listens, too.
  attached.clear();
  const { api, adopt, stop } = createLoader(world.page);
  adopt([world.addTag(defaults)], "currentScript");
  const embed = api.mount({ resourceId, target: "#calendar" });
  api.mount({ resourceId, target: "#calendar", lazy: true });
  await vi.waitFor(() => expect(embed.state).toBe("failed"), { timeout: 9000 });
  expect([...attached]).toEqual(
    expect.arrayContaining(["MutationObserver", "document securitypolicyviolation", "window online"]),
  );

  stop();
  expect([...attached]).toEqual([]);
  expect(api.embeds).toEqual([]);
  document.querySelector("script")?.remove();
  expect(document.body.innerHTML).toBe(before);

  document.body.insertAdjacentHTML("beforeend", container(resourceId));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(document.querySelector("[data-timekit-part]")).toBeNull();
});

test("a calendar that is about to start does not start after stop()", async () => {
  const world = openPage();
  const tag = world.addTag({ ...defaults, async: "" });
  const { api, adopt, stop } = createLoader(world.page);
  adopt([tag], "currentScript");
  api.mount({ resourceId, target: "#calendar" });
  stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(world.asked).toEqual([]);
});
