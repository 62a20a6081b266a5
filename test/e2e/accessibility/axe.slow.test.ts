import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../../src/loader/parts/choose-language.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { readContrasts } from "./read-contrasts.ts";
import { runAxe } from "./run-axe.ts";
import { openDialog, scenes } from "./scenes.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const colours = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
  { colorScheme: "dark", forcedColors: "active" },
] as const;

describe.each(scenes)("$scene", ({ open, selectors }) => {
  it.each(languages)(
    "breaks no rule in the language %s, in all colours and both directions",
    async (lang) => {
      const { page, close } = await open(world, lang);
      const found: Record<string, readonly string[]> = {};
      for (const direction of ["ltr", "rtl"])
        for (const { colorScheme, forcedColors } of colours) {
          await page.emulateMedia({ colorScheme, forcedColors });
          await page.evaluate((direction) => (document.documentElement.dir = direction), direction);
          const { violations } = await runAxe(page, selectors);
          const contrasts = open === openDialog ? await readContrasts(page) : [];
          const dim = contrasts.flatMap(({ text, ratio }) => (ratio < 4.5 ? [text] : []));
          found[`${colorScheme}, forced colours ${forcedColors}, ${direction}`] = [...violations, ...dim];
        }

      expect(Object.keys(found)).toHaveLength(8);
      expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([]);
      await close();
    },
  );
});
