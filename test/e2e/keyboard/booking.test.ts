import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flatten, readAccessibility } from "../world/read-accessibility.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { openCalendar, readFocus, slotName, tabTo, views } from "./open-calendar.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe.each(views.flatMap((view) => [false, true].map((isRTL) => ({ ...view, isRTL }))))(
  "the view $view, right to left: $isRTL",
  ({ view, width, config, isRTL }) => {
    it("can be booked by keyboard alone", async () => {
      const { page, events, pageErrors, printed, close } = await openCalendar(world, {
        width,
        config: { ...config, fullCalendar: { isRTL, ...(config["fullCalendar"] as object) } },
      });
      const press = (key: string) => page.keyboard.press(key);
      expect(await page.locator(`.fc-${view}-view`).count()).toBe(1);

      // One stop among the times.
      await page.locator("#before").focus();
      const first = await tabTo(page, "button", (name) => slotName.test(name));
      await press("Tab");
      expect((await readFocus(page)).name).toBe("After");
      await press("Shift+Tab");
      expect(await readFocus(page)).toEqual(first);

      await press("ArrowDown");
      const second = await readFocus(page);
      expect(second.name).toMatch(slotName);
      expect(second.name).not.toBe(first.name);
      await press("Home");
      expect(await readFocus(page)).toEqual(first);
      await press(isRTL ? "ArrowLeft" : "ArrowRight");
      const nextDay = await readFocus(page);
      expect(nextDay.name.split(", ")[1]).not.toBe(first.name.split(", ")[1]);
      await press("PageDown");
      const nextWeek = await readFocus(page);
      expect(nextWeek.name.split(", ")[1]).toBe(nextDay.name.split(", ")[1]);
      expect(nextWeek.name).not.toBe(nextDay.name);
      await press("PageUp");
      expect(await readFocus(page)).toEqual(nextDay);

      // Escape brings back to the same time.
      await press("Enter");
      expect(await readFocus(page)).toEqual({ role: "textbox", name: "Full name" });
      const tree = flatten(await readAccessibility(page));
      const [time = "", , ...date] = nextDay.name.split(", ");
      expect(tree.find(({ role }) => role === "dialog")?.name).toBe(`${date.join(", ")}, ${time}`);
      expect(tree.filter(({ name }) => slotName.test(name))).toEqual([]);
      await press("Escape");
      expect(await readFocus(page)).toEqual(nextDay);

      // At once, while the last form still fades out.
      await press("Space");
      await expect.poll(() => readFocus(page)).toEqual({ role: "textbox", name: "Full name" });
      await page.keyboard.type("Ada Lovelace");
      await press("Tab");
      expect(await readFocus(page)).toEqual({ role: "textbox", name: "E-mail" });
      await page.keyboard.type("ada@example.org");
      await press("Enter");
      await expect.poll(async () => (await events()).map(({ name }) => name)).toContain("booked");
      await expect.poll(() => readFocus(page)).toEqual({ role: "button", name: "Close" });
      const thanks = flatten(await readAccessibility(page)).find(
        ({ role, children }) => role === "status" && children.length > 0,
      );
      expect(flatten(thanks?.children ?? []).map(({ name }) => name)).toContain("Thanks!");

      // The booked time is gone.
      await press("Enter");
      await expect.poll(() => readFocus(page).then(({ name }) => name)).toMatch(slotName);
      expect(await readFocus(page)).not.toEqual(nextDay);
      expect(pageErrors).toEqual([]);
      expect(printed).toEqual([]);
      await close();
    });
  },
);
