import { expect } from "vitest";
import type { Page } from "playwright-core";
import type { Visit } from "../world/open-visit.ts";
import type { World } from "../world/open-world.ts";
import { type PageOptions, writeDocument } from "../world/write-page.ts";

/** A view of the calendar, and how a page gets it. */
export interface ViewCase {
  readonly view: string;
  readonly width: number;
  readonly config: Readonly<Record<string, unknown>>;
}

export const views: readonly ViewCase[] = [
  { view: "agendaWeek", width: 1280, config: {} },
  { view: "agendaDay", width: 1280, config: { fullCalendar: { defaultView: "agendaDay" } } },
  { view: "basicDay", width: 360, config: {} },
  { view: "listing", width: 1280, config: { availabilityView: "listing" } },
];

/** Opens a page with a button before and after the calendar, and waits for the first free times. */
export const openCalendar = async (
  world: World,
  { width = 1280, ...options }: PageOptions & { readonly width?: number } = {},
): Promise<Visit> => {
  const visit = await world.openPage({
    html: ({ tag }) =>
      writeDocument(`<button id="before">Before</button>${tag}<button id="after">After</button>`),
    context: { viewport: { width, height: 900 } },
    ...options,
    tag: { notice: "off", ...options.tag },
  });
  await visit.reaches("ready");
  await expect.poll(() => visit.page.locator(".bookingjs-loading").count()).toBe(0);
  return visit;
};

/** What has the focus, as a screen reader is told of it. */
export interface Focused {
  readonly role: string;
  readonly name: string;
}

/** Reads it from the accessibility tree. */
export const readFocus = async (page: Page): Promise<Focused> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const focused = nodes.filter(({ properties = [] }) =>
    properties.some(({ name, value }) => name === "focused" && value.value === true),
  );
  const node = focused.at(-1);
  return { role: String(node?.role?.value), name: String(node?.name?.value ?? "") };
};

/** Presses Tab until something of this role has the focus. */
export const tabTo = async (
  page: Page,
  role: string,
  isWanted = (_name: string) => true,
): Promise<Focused> => {
  for (let stops = 0; stops < 8; stops += 1) {
    await page.keyboard.press("Tab");
    const focused = await readFocus(page);
    if (focused.role === role && isWanted(focused.name)) return focused;
  }
  throw new Error(`Tab leads to no ${role}`);
};

/** A name of a free time, as `9:00am - 10:00am, Wednesday, November 25, 2026`. */
export const slotName = /^\d+:\d\d(am|pm) - \d+:\d\d(am|pm), \w+day, \w+ \d+, \d{4}$/;
