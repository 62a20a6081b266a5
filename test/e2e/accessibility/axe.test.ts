import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { readContrasts } from "./read-contrasts.ts";
import { runAxe } from "./run-axe.ts";
import { openDialog, scenes } from "./scenes.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

// Each scene in English; `axe.slow.test.ts` has all languages and looks.
const looks = [
  { colorScheme: "light", direction: "ltr" },
  { colorScheme: "dark", direction: "rtl" },
] as const;

describe.each(scenes)("$scene", ({ open, selectors, judged }) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await open(world, "en");
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
  const broker = () => new Response(null, { status: 418, headers: { "access-control-allow-origin": "*" } });
  const { page, close } = await world.openPage({ broker });
  const text = page.getByRole("alert").locator("p");
  await text.evaluate((paragraph) => paragraph.style.setProperty("color", "#eee"));

  expect((await runAxe(page)).violations).toEqual([expect.stringContaining("color-contrast")]);
  await close();
});

describe("the texts of the owner's dialog", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openDialog(world, "en");
  });
  afterAll(() => visit.close());
  const findDim = async () => (await readContrasts(visit.page)).filter(({ ratio }) => ratio < 4.5);

  it.each(["light", "dark"] as const)("stand out in %s colours", async (colorScheme) => {
    await visit.page.emulateMedia({ colorScheme });
    expect((await readContrasts(visit.page)).length).toBeGreaterThan(12);
    expect(await findDim()).toEqual([]);
  });

  it("are found where they do not", async () => {
    await visit.page.emulateMedia({ colorScheme: "light" });
    const heading = visit.page.locator("summary").first();
    await heading.evaluate((summary) => summary.style.setProperty("color", "#999"));
    expect(await findDim()).toEqual([{ text: await heading.textContent(), ratio: expect.closeTo(2.85, 1) }]);
  });
});
