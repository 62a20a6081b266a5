import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openOwnerPage } from "../owner/open-owner-page.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const readStyle = (locator: Locator) =>
  locator.evaluate((element) => {
    const { color, backgroundColor, borderTopColor, borderRadius, fontFamily, fontWeight } =
      getComputedStyle(element);
    return { color, backgroundColor, borderTopColor, borderRadius, fontFamily, fontWeight };
  });

const properties = `:root { --timekit-text: rgb(1, 1, 1); --timekit-surface: rgb(250, 250, 2); --timekit-link: rgb(3, 3, 90);
  --timekit-border: rgb(4, 4, 4); --timekit-radius: 0px; --timekit-font: Georgia, serif }
  [data-timekit-part=notice]::part(button) { font-weight: 700 }
  [data-timekit-part=notice]::part(dialog) { border-top-color: rgb(5, 5, 5) }
  * { --text: red; --surface: red; --link: red; --border: red; --radius: 9px }`;

it("properties and parts of the page's CSS reach the notice and the dialog, and nothing else does", async () => {
  const { page, close } = await openOwnerPage(world, {
    html: ({ tag }) => writeDocument(tag, `<style>${properties}</style>`),
  });
  const themed = { color: "rgb(1, 1, 1)", backgroundColor: "rgb(250, 250, 2)", fontFamily: "Georgia, serif" };
  expect(await readStyle(page.getByRole("region", { name: "Upgrade notice" }))).toMatchObject({
    ...themed,
    borderTopColor: "rgb(4, 4, 4)",
    borderRadius: "0px",
  });
  const button = page.getByRole("button", { name: "Show what v2 needs" });
  expect(await readStyle(button)).toMatchObject({ color: "rgb(3, 3, 90)", fontWeight: "700" });
  await button.click();
  expect(await readStyle(page.getByRole("dialog"))).toMatchObject({
    ...themed,
    borderTopColor: "rgb(5, 5, 5)",
  });
  await close();
});

it("without them colours follow the page's color-scheme, and forced ones win", async () => {
  const { page, close } = await openOwnerPage(world, {
    html: ({ tag }) => writeDocument(tag, "<style>:root { color-scheme: light dark }</style>"),
  });
  const notice = page.getByRole("region", { name: "Upgrade notice" });
  const readSurface = async () => (await readStyle(notice)).backgroundColor;
  await page.emulateMedia({ colorScheme: "light" });
  expect(await readSurface()).toBe("rgb(243, 246, 251)");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await readSurface()).toBe("rgb(28, 36, 48)");
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  expect(await readSurface()).toBe("rgb(0, 0, 0)");
  await close();
});

it("nothing of ours moves, so that nobody has to ask for less", async () => {
  const { page, close } = await openOwnerPage(world);
  await page.getByRole("button", { name: "Show what v2 needs" }).click();
  await page.getByRole("dialog").waitFor();
  const moving = await page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll("*")].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const ours = [...document.querySelectorAll("[data-timekit-part=notice], [data-timekit-part=status]")];
    const inside = ours.flatMap(({ shadowRoot }) => (shadowRoot ? all(shadowRoot) : []));
    const move = inside.filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== "none" || transitionDuration !== "0s";
    });
    return { looked: inside.length, move: move.map(({ tagName }) => tagName) };
  });
  expect(moving.looked).toBeGreaterThan(20);
  expect(moving.move).toEqual([]);
  await close();
});
