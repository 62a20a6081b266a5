import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { openWorld, type World } from "../world/open-world.ts";
import type { PageOptions } from "../world/write-page.ts";
import { type DrawnSlot, overlap, readSlots } from "./read-slots.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const views: readonly (PageOptions & { readonly view: string })[] = [
  { view: "the week at 1280 px" },
  { view: "the day on a phone of 360 px", context: { viewport: { width: 360, height: 740 } } },
  { view: "the list", config: { availabilityView: "listing" } },
];

const counts = [
  { count: 1, resourceId: resourceIds.oneSlot },
  { count: 2, resourceId: resourceIds.twoSlots },
  { count: 12, resourceId: resourceIds.twelveSlots },
] as const;

describe.each(views)("in $view", ({ view: _, ...options }) => {
  it.each(counts)(
    "$count free: each slot has its own place, and the form that it opens has its time",
    async (row) => {
      const { page, reaches, events, close } = await world.openPage({
        ...options,
        resourceId: row.resourceId,
      });
      await reaches("ready");
      const slots = await drawnSlots(page);

      expect(await events()).toContainEqual({ name: "availability", detail: { slots: row.count } });
      expect(slots).toHaveLength(row.count);
      for (const [index, { start, box, isInsideCalendar, isOnTop }] of slots.entries()) {
        const isLarge = box.right - box.left > 100 && box.bottom - box.top > 15;
        expect({ start, isInsideCalendar, isOnTop, isLarge }).toEqual({
          start,
          isInsideCalendar: true,
          isOnTop: true,
          isLarge: true,
        });
        expect(slots.slice(index + 1).filter((other) => overlap(box, other.box))).toEqual([]);
      }
      for (const { date, start, index } of opened(slots))
        expect(await openForm(page, index)).toEqual({ date, start });
      await close();
    },
  );
});

it("a slot of another day is reached with the calendar's own button", async () => {
  const { page, reaches, close } = await world.openPage({
    resourceId: resourceIds.twoSlots,
    config: { timekitFindTime: { length: "12 hours" } },
    context: { viewport: { width: 360, height: 740 } },
  });
  await reaches("ready");
  const [first, ...others] = await drawnSlots(page);
  expect(others).toEqual([]);
  for (let day = 0; day < 7; day += 1) await page.locator(".fc-next-button").click();
  const [second] = await drawnSlots(page);

  expect(Date.parse(second?.date ?? "") - Date.parse(first?.date ?? "")).toBe(7 * 24 * 60 * 60 * 1000);
  expect(second?.isOnTop).toBe(true);
  expect(await openForm(page, 0)).toEqual({ date: second?.date, start: second?.start });
  await close();
});

it("no free time is an answer: the calendar is ready and empty", async () => {
  const { page, reaches, events, close } = await world.openPage({ resourceId: resourceIds.noSlots });
  await reaches("ready");

  expect(await events()).toContainEqual({ name: "availability", detail: { slots: 0 } });
  expect(await drawnSlots(page)).toEqual([]);
  expect(await page.locator(".bookingjs-calendar").isVisible()).toBe(true);
  expect(await page.getByRole("alert").count()).toBe(0);
  await close();
});

/** v1 fades each form in and out: all of a few slots, the first, the middle one and the last of many. */
const opened = (slots: readonly DrawnSlot[]): readonly (DrawnSlot & { readonly index: number })[] =>
  slots
    .map((slot, index) => ({ ...slot, index }))
    .filter(({ index }) => [0, 1, Math.floor(slots.length / 2), slots.length - 1].includes(index));

/** The slots once v1's loading screen has faded away. */
const drawnSlots = async (page: Page): Promise<readonly DrawnSlot[]> => {
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
  return page.evaluate(readSlots);
};

/** Clicks on the centre of a slot, reads what the form that opens is for, and closes it again. */
const openForm = async (page: Page, index: number): Promise<Pick<DrawnSlot, "date" | "start">> => {
  const slot = page.locator(".fc-event, .fc-list-item").nth(index);
  await slot.scrollIntoViewIfNeeded();
  const box = await slot.boundingBox();
  if (box === null) throw new Error(`slot ${index} has no place`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const form = page.locator(".bookingjs-bookpage.show");
  const date = await form.locator(".bookingjs-bookpage-date").innerText();
  const time = await form.locator(".bookingjs-bookpage-time").innerText();
  await page.keyboard.press("Escape");
  await page.locator(".bookingjs-bookpage").waitFor({ state: "detached" });
  return {
    date: new Date(`${date} 12:00 UTC`).toISOString().slice(0, 10),
    start: time.replace(/ - .*/, ""),
  };
};
