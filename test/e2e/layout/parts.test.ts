import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageOptions, writeDocument } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const never = (): Promise<never> => new Promise(() => undefined);
const failure = (): Response =>
  new Response(null, { status: 418, headers: { "access-control-allow-origin": "*" } });

const heightOf = async (page: Page, part: string): Promise<number | undefined> =>
  (await page.locator(`[data-timekit-part=${part}]`).boundingBox())?.height;

it.each([
  ["480 px without a word", {}, 480],
  ["what data-min-height says", { "min-height": "250px" }, 250],
  ["what data-min-height says, in any unit", { "min-height": "50vh" }, 450],
] as const)("the loading state keeps a height: %s", async (_, tag, height) => {
  const { page, close } = await world.openPage({ broker: never, tag });
  await page.getByRole("status").waitFor();

  expect(await heightOf(page, "status")).toBe(height);
  expect(await heightOf(page, "widget")).toBe(0);
  await close();
});

it("the failure keeps the height, and the calendar needs none kept", async () => {
  const failed = await world.openPage({ broker: failure });
  await failed.reaches("failed");
  expect(await heightOf(failed.page, "status")).toBe(480);
  await failed.close();

  const { page, reaches, close } = await world.openPage({ resourceId: resourceIds.noSlots });
  await reaches("ready");
  expect(await page.locator("[data-timekit-part=status]").isVisible()).toBe(false);
  await close();
});

/** Runs in the page: what of ours stands out of its part to the left or right, or would have to be scrolled. */
const findOverflow = (): readonly string[] => {
  const parts = [...document.querySelectorAll("[data-timekit-part=notice], [data-timekit-part=status]")];
  const found = parts.flatMap((part) => {
    const { left, right } = part.getBoundingClientRect();
    return [...(part.shadowRoot?.querySelectorAll("*") ?? [])].filter((element) => {
      const box = element.getBoundingClientRect();
      return (
        box.left < left - 0.5 || box.right > right + 0.5 || element.scrollWidth > element.clientWidth + 1
      );
    });
  });
  const isPageWide = document.documentElement.scrollWidth > window.innerWidth;
  return [...found.map(({ outerHTML }) => outerHTML), ...(isPageWide ? ["the page"] : [])];
};

const scenes: readonly {
  scene: string;
  options: PageOptions;
  isThere: (visit: Visit) => Promise<unknown>;
}[] = [
  {
    scene: "notice and loading state",
    options: { broker: never },
    isThere: ({ page }) => page.getByRole("status").waitFor(),
  },
  {
    scene: "notice and failure",
    options: { broker: failure, tag: { "fallback-url": "tel:+442079460123" } },
    isThere: ({ reaches }) => reaches("failed"),
  },
  {
    scene: "notice and calendar",
    options: { resourceId: resourceIds.noSlots },
    isThere: ({ reaches }) => reaches("ready"),
  },
];

it.each(scenes)("at 320 px, $scene fit without scrolling sideways, in both directions", async (scene) => {
  const visit = await world.openPage({
    ...scene.options,
    context: { viewport: { width: 320, height: 640 } },
  });
  await scene.isThere(visit);
  for (const direction of ["ltr", "rtl"]) {
    await visit.page.evaluate((direction) => (document.documentElement.dir = direction), direction);
    expect({ direction, overflow: await visit.page.evaluate(findOverflow) }).toEqual({
      direction,
      overflow: [],
    });
  }
  await visit.close();
});

it("the notice reads in the direction of the place it stands in", async () => {
  const { page, close } = await world.openPage({
    broker: never,
    html: ({ tag }) => writeDocument(`<div dir="rtl"><p>فارسی</p>${tag}</div>`),
  });
  const notice = page.getByRole("region", { name: "Upgrade notice" });
  const text = await notice.locator("p").boundingBox();
  const link = await notice.getByRole("link").boundingBox();
  const button = await notice.getByRole("button").boundingBox();

  expect(link?.x).toBeLessThan(text?.x ?? 0);
  expect(button?.x).toBeLessThan(link?.x ?? 0);
  await close();
});

it("notice and status are dark where the page is dark, and light where it is light", async () => {
  const { page, close } = await world.openPage({
    broker: failure,
    html: ({ tag }) => writeDocument(tag, `<style>:root { color-scheme: light dark }</style>`),
  });
  const brightnessOf = (name: "region" | "alert"): Promise<number> =>
    page.getByRole(name).evaluate((element) => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(element).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return (red + green + blue) / (3 * 255);
    });
  await page.getByRole("alert").waitFor();
  await page.emulateMedia({ colorScheme: "light" });
  expect(await brightnessOf("region")).toBeGreaterThan(0.9);
  expect(await brightnessOf("alert")).toBeGreaterThan(0.9);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await brightnessOf("region")).toBeLessThan(0.3);
  expect(await brightnessOf("alert")).toBeLessThan(0.3);
  await close();
});
