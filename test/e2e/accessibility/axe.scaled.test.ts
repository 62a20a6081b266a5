import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../../src/loader/ui/words.ts";
import { isThorough } from "../../tools/thorough.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { readContrasts, runAxe } from "./run-axe.ts";
import { openDialog, scenes } from "./scenes.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const allLooks = (["light", "dark"] as const).flatMap((colorScheme) =>
  (["none", "active"] as const).flatMap((forcedColors) =>
    ["ltr", "rtl"].map((direction) => ({ colorScheme, forcedColors, direction })),
  ),
);

// Each scene in English and two looks; in the slow project in all languages and looks.
const spoken = isThorough ? languages : (["en"] as const);
const looks = isThorough
  ? allLooks
  : allLooks.filter(
      ({ colorScheme, forcedColors, direction }) =>
        forcedColors === "none" && (colorScheme === "light") === (direction === "ltr"),
    );

describe.each(scenes.flatMap((scene) => spoken.map((lang) => ({ ...scene, lang }))))(
  "$scene in the language $lang",
  ({ open, selectors, judged, lang }) => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await open(world, lang);
    });
    afterAll(() => visit.close());

    it.each(looks)(
      "breaks no rule in $colorScheme colours, $direction, forced colours $forcedColors",
      async ({ colorScheme, forcedColors, direction }) => {
        await visit.page.emulateMedia({ colorScheme, forcedColors });
        await visit.page.evaluate((direction) => (document.documentElement.dir = direction), direction);
        const { violations, passes } = await runAxe(visit.page, selectors);
        const contrasts = open === openDialog ? await readContrasts(visit.page) : [];

        expect(violations).toEqual([]);
        expect(passes).toEqual(expect.arrayContaining([...judged]));
        expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
      },
    );
  },
);

describe("the texts of the owner's dialog", () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await openDialog(world, "en");
  });
  afterAll(() => visit.close());

  it.each(["light", "dark"] as const)("stand out in %s colours", async (colorScheme) => {
    await visit.page.emulateMedia({ colorScheme });
    const contrasts = await readContrasts(visit.page);
    expect(contrasts.length).toBeGreaterThan(12);
    expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  });
});
