import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import type { PageOptions } from "../world/page-options.ts";
import { writeDocument } from "../world/write-page.ts";
import { runAxe } from "./run-axe.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const looks = [
  { colorScheme: "light", direction: "ltr" },
  { colorScheme: "dark", direction: "ltr" },
  { colorScheme: "light", direction: "rtl" },
  { colorScheme: "dark", direction: "rtl" },
] as const;

const failure = (): Response =>
  new Response(null, { status: 418, headers: { "access-control-allow-origin": "*" } });

interface Scene {
  readonly scene: string;
  readonly options: PageOptions;
  readonly isThere: (visit: Visit) => Promise<unknown>;
  /** What is judged: Booking.js v1 itself, in the third part, is what it is. */
  readonly selectors: readonly string[];
  /** Rules that must have had something to judge. */
  readonly judged: readonly string[];
}

const scenes: readonly Scene[] = [
  {
    scene: "the notice above the calendar",
    options: { resourceId: resourceIds.noSlots },
    isThere: ({ reaches }) => reaches("ready"),
    selectors: ["[data-timekit-part=notice]"],
    judged: ["color-contrast", "link-name", "button-name"],
  },
  {
    scene: "the page with the failure",
    options: { broker: failure, tag: { "fallback-url": "tel:+442079460123" } },
    isThere: ({ reaches }) => reaches("failed"),
    selectors: ["html"],
    judged: ["color-contrast", "link-name", "button-name"],
  },
  {
    scene: "the page with the loading state",
    options: { broker: () => new Promise<never>(() => undefined) },
    isThere: ({ page }) => page.getByRole("status").waitFor(),
    selectors: ["html"],
    judged: ["color-contrast"],
  },
];

const pageInColours: PageOptions["html"] = ({ tag }) =>
  writeDocument(
    `<main><h1>Book a repair</h1>${tag}</main>`,
    `<style>:root { color-scheme: light dark }</style>`,
  );

describe.each(scenes)("$scene", ({ options, isThere, selectors, judged }) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await world.openPage({ ...options, html: pageInColours });
    await isThere(visit);
  });
  afterAll(() => visit.close());

  it.each(looks)("breaks no rule in $colorScheme colours, $direction", async ({ colorScheme, direction }) => {
    await visit.page.emulateMedia({ colorScheme });
    await visit.page.evaluate((direction) => (document.documentElement.dir = direction), direction);
    const { violations, passes } = await runAxe(visit.page, selectors);

    expect(violations).toEqual([]);
    expect(passes).toEqual(expect.arrayContaining([...judged]));
  });
});

it("a text that cannot be read is seen inside of the shadow root", async () => {
  const { page, close } = await world.openPage({ broker: failure });
  const text = page.getByRole("alert").locator("p");
  await text.evaluate((paragraph) => paragraph.style.setProperty("color", "#eee"));

  expect((await runAxe(page)).violations).toEqual([expect.stringContaining("color-contrast")]);
  await close();
});
