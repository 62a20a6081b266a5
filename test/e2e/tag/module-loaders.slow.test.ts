import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { openWorld, type World } from "../world/open-world.ts";
import type { Visit } from "../world/open-visit.ts";
import { writeDocument } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = (script: string): Promise<Visit> =>
  world.openPage({
    resourceId: resourceIds.oneSlot,
    html: ({ tag }) => writeDocument(`<script>${script}</script>${tag}`),
  });

/** Every call of `define` is written down with its arguments; as RequireJS, it refuses a second anonymous one. */
const amdLoader = `
  document.defined = [];
  window.define = function define(...values) {
    if (typeof values[0] !== "string") throw new Error("Mismatched anonymous define() module");
    document.defined.push(values);
  };
  window.define.amd = { jQuery: true };
  window.require = window.requirejs = (names) => { throw new Error("nothing is required: " + names); };`;

it("a page with an AMD loader gets one named module, the API, and its calendar", async () => {
  const { page, reaches, pageErrors, printed, close } = await open(amdLoader);
  await reaches("ready");
  const defined = await page.evaluate(() => {
    const calls = Reflect.get(document, "defined") as readonly [string, unknown, (() => unknown) | object][];
    return calls.map(([name, dependencies, factory]) => ({
      name,
      dependencies,
      isApi: (typeof factory === "function" ? factory() : factory) === Reflect.get(window, "TimekitEmbed"),
    }));
  });

  expect(defined).toEqual([{ name: "timekit-embed", dependencies: [], isApi: true }]);
  expect(await page.locator(".fc-event").count()).toBe(1);
  expect(pageErrors).toEqual([]);
  expect(printed).toEqual([]);
  await close();
});

it("a page with module and exports keeps them as they are, and gets its calendar", async () => {
  const { page, reaches, pageErrors, close } = await open(
    `var exports = { own: 1 }; var module = { exports }; document.own = exports;`,
  );
  await reaches("ready");
  const kept = await page.evaluate(() => ({
    isSame: (Reflect.get(window, "module") as { exports: unknown }).exports === Reflect.get(document, "own"),
    keys: Object.keys(Reflect.get(document, "own") as object),
    hasApi: typeof (Reflect.get(window, "TimekitEmbed") as unknown as { mount?: unknown }).mount,
  }));

  expect(kept).toEqual({ isSame: true, keys: ["own"], hasApi: "function" });
  expect(await page.locator(".fc-event").count()).toBe(1);
  expect(pageErrors).toEqual([]);
  await close();
});

it("a page without either gets one global more, and v1's names stay free", async () => {
  const visit = await world.openPage({
    resourceId: resourceIds.oneSlot,
    prepare: (page) =>
      page.addInitScript(() => Reflect.set(document, "before", Object.getOwnPropertyNames(window))),
  });
  await visit.reaches("ready");
  const added = await visit.page.evaluate(() => {
    const before = new Set(Reflect.get(document, "before") as readonly string[]);
    return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
  });

  expect(added).toEqual(["TimekitEmbed"]);
  await visit.close();
});
