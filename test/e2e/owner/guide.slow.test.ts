import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageOptions, writeDocument } from "../world/write-page.ts";
import { openOwnerPage, type OwnerVisit } from "./open-owner-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const opener = (page: Page) => page.getByRole("button", { name: "Show what v2 needs" });

const open = async (options: PageOptions = {}): Promise<OwnerVisit> => {
  const visit = await openOwnerPage(world, {
    html: ({ tag }) =>
      writeDocument(`<button id="before">Before</button><main>${tag}</main><a href="#after">After</a>`),
    ...options,
  });
  await opener(visit.page).focus();
  await visit.page.keyboard.press("Enter");
  await visit.page.getByRole("dialog", { name: "What v2 needs" }).waitFor();
  return visit;
};

/** What has the focus, through all shadow roots. */
const readFocus = (page: Page): Promise<{ name: string; isInDialog: boolean }> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    return {
      name: element === document.body ? "(body)" : label,
      isInDialog: element?.closest("dialog") !== null,
    };
  });

describe("the dialog's lines", () => {
  it("are made from the page's own options and the tag's, with the resource, and without a token", async () => {
    const { page, close } = await open({
      config: { bookingFields: { phone: { enabled: true, required: true } }, apiToken: "of-the-tag" },
      html: ({ tag }) =>
        writeDocument(
          `<script>timekitBookingConfig = { name: "Brook Lane", apiToken: "of-the-page", autoload: false,
             callbacks: { createBookingSuccessful(answer) { return "thanks" } } }</script>${tag}`,
        ),
    });
    const lines = await page
      .getByRole("textbox", { name: "Lines for your page: Booking.js v2" })
      .inputValue();
    expect(lines).toContain('display_name: "Brook Lane"');
    expect(lines).toContain(resourceIds.noSlots);
    expect(lines).toMatch(/phone: \{\s+required: true/);
    expect(lines).toContain(
      'createBookingSuccessful: function createBookingSuccessful(answer) { return "thanks" }',
    );
    expect(lines).not.toMatch(/of-the-(page|tag)/);
    await expect
      .poll(() => page.locator("details[open] li code").allTextContents())
      .toEqual(expect.arrayContaining(["apiToken", "email"]));
    const newer = await page
      .getByRole("textbox", { name: "Lines for your page: Booking.js v3" })
      .inputValue();
    expect(newer).toContain("booking-js/v3/booking.min.js");
    expect(newer).toContain('display_name: "Brook Lane"');
    expect(newer).not.toMatch(/of-the-(page|tag)/);
    await close();
  });

  it("stand side by side where there is room, with what each version costs, and that v2 is deprecated, too", async () => {
    const { page, close } = await open({ context: { viewport: { width: 1200, height: 900 } } });
    const [two, three] = await Promise.all(
      ["v2", "v3"].map((version) =>
        page.getByRole("region", { name: `Booking.js ${version}` }).boundingBox(),
      ),
    );
    expect(two?.y).toBe(three?.y);
    expect((two?.x ?? 0) + (two?.width ?? 0)).toBeLessThan(three?.x ?? 0);
    const text = await page.getByRole("dialog").innerText();
    expect(text).toContain("deprecated it as well (July 2022)");
    expect(text).toContain("jane+x@example.com");
    await close();
  });

  it("are copied by the button, which the page hears of", async () => {
    const { page, events, close } = await open({
      context: { permissions: ["clipboard-read", "clipboard-write"] },
    });
    await page.getByRole("button", { name: "Copy the lines: Booking.js v2" }).click();
    await page.getByRole("dialog").getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.getByRole("textbox", { name: "Lines for your page: Booking.js v2" }).inputValue(),
    );
    expect(await events()).toContainEqual({ name: "notice", detail: { action: "copied" } });
    await close();
  });

  it("are selected where the browser lets nobody copy, and that is said", async () => {
    const { page, events, close } = await open({
      prepare: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(navigator, "clipboard", { value: undefined });
          document.execCommand = () => false;
        }),
    });
    await page.getByRole("button", { name: "Copy the lines: Booking.js v2" }).click();
    await page.getByText("copy them by hand").waitFor();
    const selected = await page
      .getByRole("textbox")
      .first()
      .evaluate((field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart);
    expect(selected).toBeGreaterThan(300);
    expect(await events()).not.toContainEqual({ name: "notice", detail: { action: "copied" } });
    await close();
  });
});

describe("by keyboard", () => {
  it("the focus begins at the title, goes through all that can be done, and never to the page behind", async () => {
    const { page, close } = await open();
    expect(await readFocus(page)).toEqual({ name: "What v2 needs", isInDialog: true });
    const stops: string[] = [];
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press("Tab");
      stops.push((await readFocus(page)).name);
    }
    expect(stops.slice(0, 4)).toEqual([
      "Close",
      "Timekit’s migration guide",
      "Lines for your page: Booking.js v2",
      "Copy the lines: Booking.js v2",
    ]);
    expect(stops.slice(4, 6)).toEqual([
      expect.stringMatching(/^\d+ options? needs? your attention$/),
      expect.stringMatching(/^\d+ options? /),
    ]);
    // After the last one comes the browser's own, where pages have no say, and then the first again.
    expect(stops.slice(6)).toContain("Close");
    for (const name of ["Before", "After", "Move to v2", "Dismiss"]) expect(stops).not.toContain(name);
    await close();
  });

  it.each([
    ["Escape", async (page: Page) => page.keyboard.press("Escape")],
    ["Close", async (page: Page) => page.getByRole("button", { name: "Close" }).press("Enter")],
  ])("%s closes it, and the focus is back at the button that opened it", async (_, leave) => {
    const { page, close } = await open();
    await leave(page);
    // A closed dialog has no role any more, and is gone a task later.
    await page.locator("[data-timekit-part=guide]").waitFor({ state: "detached" });
    expect(await readFocus(page)).toEqual({ name: "Show what v2 needs", isInDialog: false });
    await close();
  });

  it("a group of notes unfolds", async () => {
    const { page, close } = await open();
    const group = page.locator("details:not([open])").first();
    const notes = await group.locator("li").first().elementHandle();
    expect(await notes?.isVisible()).toBe(false);
    await group.locator("summary").press("Enter");
    await expect.poll(() => notes?.isVisible()).toBe(true);
    await close();
  });
});

it.each([
  [{}, "ltr"],
  [{ guideTitle: "מה צריך v2" }, "rtl"],
])("has the direction of its words, whatever the page's: with %j %s", async (words, direction) => {
  const { page, close } = await openOwnerPage(world, {
    tag: { "resource-id": null },
    html: ({ tag, resourceId }) =>
      writeDocument(
        `<div id="calendar"></div>${tag}<script>
           (window.TimekitEmbed = window.TimekitEmbed || []).push((api) =>
             api.mount(${JSON.stringify({ resourceId, target: "#calendar", words })}))</script>`,
      ).replace("<html", `<html dir="${direction === "ltr" ? "rtl" : "ltr"}"`),
  });
  await opener(page).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.evaluate((element) => getComputedStyle(element).direction)).toBe(direction);
  expect(
    await page
      .getByRole("textbox")
      .first()
      .evaluate((field) => getComputedStyle(field).direction),
  ).toBe("ltr");
  await close();
});

it("goes with its calendar, without a word", async () => {
  const { page, pageErrors, printed, close } = await open();
  await page.evaluate(() => {
    for (const { destroy } of (
      Reflect.get(window, "TimekitEmbed") as unknown as { embeds: { destroy(): void }[] }
    ).embeds)
      destroy();
  });
  await page.getByRole("dialog").waitFor({ state: "detached" });
  // The page is there again.
  await page.locator("#before").click({ timeout: 5000 });
  expect(pageErrors).toEqual([]);
  expect(printed).toEqual([]);
  await close();
});

it("opens once, however often it is asked for", async () => {
  const { page, close } = await openOwnerPage(world);
  await opener(page).dblclick({ delay: 5 });
  await page.getByRole("dialog").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(1);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await close();
});
