import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { languages } from "../../../src/loader/ui/words.ts";
import { isThorough } from "../../tools/thorough.ts";
import { runAxe } from "../accessibility/run-axe.ts";
import { bookFirstSlot } from "../world/book-slot.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument, type PageOptions } from "../world/write-page.ts";
import { openCalendar } from "./open-calendar.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface State extends Pick<PageOptions, "resourceId" | "config"> {
  readonly state: string;
  readonly width?: number;
  readonly go?: (page: Page) => Promise<unknown>;
}

const states: readonly State[] = [
  { state: "the week" },
  { state: "the day of a phone", width: 360 },
  { state: "the list", config: { availabilityView: "listing" } },
  { state: "a week without free times", resourceId: resourceIds.noSlots },
  {
    state: "the form",
    config: { bookingFields: { phone: { enabled: true, required: true }, location: { enabled: true } } },
    go: async (page) => {
      await page.locator(".fc-event").first().click();
      await page.locator(".bookingjs-bookpage.show").waitFor();
      await page.waitForTimeout(400);
    },
  },
  {
    state: "the thanks",
    go: async (page) => {
      await bookFirstSlot(page);
      await page.locator(".bookingjs-form.success").waitFor();
      await page.waitForTimeout(400);
    },
  },
];

// In English; in the slow project in all languages.
const spoken = isThorough ? languages : (["en"] as const);

describe.each(states.flatMap((state) => spoken.map((lang) => ({ ...state, lang }))))(
  "$state in the language $lang",
  ({ resourceId, config = {}, width = 1280, lang, go }) => {
    it("breaks no rule of axe, v1's own greys aside", async () => {
      const { page, close } = await openCalendar(world, {
        ...(resourceId && { resourceId }),
        config,
        width,
        tag: { lang },
        html: ({ tag }) => writeDocument(`<main><h1>Book a repair</h1>${tag}</main>`),
      });
      await go?.(page);
      const { violations, passes } = await runAxe(page, ["[data-timekit-part=widget]"]);

      expect(violations.filter((text) => !text.startsWith("color-contrast: "))).toEqual([]);
      expect(passes).toEqual(expect.arrayContaining(["aria-allowed-attr", "target-size"]));
      await close();
    });
  },
);
