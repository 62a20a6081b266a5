import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { flatten, readAccessibility } from "../world/read-accessibility.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument } from "../world/write-page.ts";
import { openCalendar, readFocus, slotName, tabTo } from "./open-calendar.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const isSlot = (name: string): boolean => slotName.test(name);

/** Goes to the free times from the page's button before them. */
const goToSlots = async (page: Page) => {
  await page.locator("#before").focus();
  return tabTo(page, "button", isSlot);
};

/** What the calendar has said last, shadow roots included. */
const readSaid = async (page: Page): Promise<readonly string[]> =>
  flatten(await readAccessibility(page))
    .filter(({ role }) => role === "status")
    .map(({ children }) => flatten(children).find(({ role }) => role === "StaticText")?.name ?? "")
    .filter((text) => text !== "");

it("a failed booking is said, and neither the focus nor what was typed is lost", async () => {
  const { page, close } = await openCalendar(world);
  await page.route("**/bookings*", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 422, headers: { "access-control-allow-origin": "*" }, json: { error: "no" } })
      : route.continue(),
  );
  await goToSlots(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ada");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ada@example.org");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();

  expect(await readFocus(page)).toEqual({ role: "textbox", name: "E-mail" });
  expect(await page.getByRole("textbox", { name: "Full name" }).inputValue()).toBe("Ada");
  const alert = flatten(await readAccessibility(page)).find(({ role }) => role === "alert");
  expect(flatten(alert?.children ?? []).map(({ name }) => name)).toContainEqual(
    expect.stringContaining("did not go through"),
  );
  await close();
});

it("a calendar that draws itself anew keeps the focus at the time, or the nearest one", async () => {
  const { page, close } = await openCalendar(world);
  await goToSlots(page);
  await page.keyboard.press("End");
  const before = await readFocus(page);
  await page.evaluate(() => {
    const { embeds } = Reflect.get(window, "TimekitEmbed") as unknown as {
      embeds: { widget: { fullCalendar(method: string): void } }[];
    };
    for (const { widget } of embeds) widget.fullCalendar("rerenderEvents");
  });
  expect(await readFocus(page)).toEqual(before);

  await page.setViewportSize({ width: 360, height: 900 });
  await page.locator(".fc-basicDay-view").waitFor();
  await expect
    .poll(() => readFocus(page))
    .toMatchObject({ role: expect.stringMatching(/button|group/) as string });
  const { name } = await readFocus(page);
  expect(isSlot(name) || name.startsWith("No free times, ")).toBe(true);

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator(".fc-agendaWeek-view").waitFor();
  await expect.poll(() => readFocus(page).then(({ name }) => name)).toMatch(slotName);
  await close();
});

it("a calendar without free times says so, and is a stop from which the weeks can be turned", async () => {
  const { page, close } = await openCalendar(world, { resourceId: resourceIds.noSlots });
  await expect.poll(() => readSaid(page)).toEqual([expect.stringMatching(/^No free times, Nov/)]);
  await page.locator("#before").focus();
  const first = await tabTo(page, "group");
  expect(first.name).toMatch(/^No free times, Nov/);
  await page.keyboard.press("PageDown");
  const second = await readFocus(page);
  expect(second).toEqual({ role: "group", name: expect.stringMatching(/^No free times, /) as string });
  expect(second.name).not.toBe(first.name);
  expect(await readSaid(page)).toEqual([second.name]);
  await close();
});

it("the arrows of the weeks have names, keep the focus, and the week is said", async () => {
  const { page, close } = await openCalendar(world);
  await page.locator("#before").focus();
  await tabTo(page, "button", (name) => name === "Next week");
  await page.keyboard.press("Enter");
  expect(await readFocus(page)).toEqual({ role: "button", name: "Next week" });
  await expect.poll(() => readSaid(page)).toEqual([expect.stringMatching(/\d{4}$/)]);
  const tree = flatten(await readAccessibility(page));
  expect(tree.find(({ role }) => role === "toolbar")?.name).toBe(`Free times, ${(await readSaid(page))[0]}`);
  expect(tree.map(({ name }) => name)).toContain("Previous week");

  // It disables itself when it is pressed.
  await page.locator(".fc-today-button").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => readFocus(page)).toEqual({ role: "button", name: "Next week" });
  await close();
});

it("keys that are not for the calendar are the page's", async () => {
  const { page, close } = await openCalendar(world);
  await page.evaluate(() => {
    Reflect.set(window, "pressed", []);
    addEventListener("keydown", ({ key, defaultPrevented }) =>
      (Reflect.get(window, "pressed") as unknown[]).push([key, defaultPrevented]),
    );
  });
  await goToSlots(page);
  const before = await readFocus(page);
  for (const key of ["j", "?", "Control+ArrowRight", "Shift+PageDown", "Escape"])
    await page.keyboard.press(key);
  expect(await readFocus(page)).toEqual(before);
  const pressed = (await page.evaluate(() => Reflect.get(window, "pressed") as unknown)) as [
    string,
    boolean,
  ][];
  expect(pressed.filter(([, isPrevented]) => isPrevented)).toEqual([]);
  expect(pressed.map(([key]) => key)).toEqual(
    expect.arrayContaining(["j", "?", "ArrowRight", "PageDown", "Escape"]),
  );
  await close();
});

it("of two calendars in a dialog each closes its own form, and the dialog is closed after them", async () => {
  const { page, close } = await openCalendar(world, {
    html: ({ tag }) =>
      writeDocument(
        `<dialog><button id="before">Before</button><div id="one"></div><div id="two"></div></dialog>
        <script>document.querySelector("dialog").showModal()</script>
        ${tag.replace("data-resource-id", 'data-target="#one" data-resource-id')}
        ${tag.replace("data-resource-id", 'data-target="#two" data-resource-id')}`,
      ),
  });
  await page.locator("#two .fc-event").first().waitFor();
  await page.locator("#two .bookingjs-loading").waitFor({ state: "detached" });
  await page.locator("#two .fc-event").first().click();
  await goToSlots(page);
  await page.keyboard.press("Enter");
  await page.locator("#one .bookingjs-bookpage.show").waitFor();
  await page.locator("#two .bookingjs-bookpage.show").waitFor();

  await page.keyboard.press("Escape");
  await page.locator("#one .bookingjs-bookpage").waitFor({ state: "detached" });
  expect(await page.locator("#two .bookingjs-bookpage.show").count()).toBe(1);
  expect((await readFocus(page)).name).toMatch(slotName);
  await page.locator("#two").getByRole("textbox", { name: "E-mail" }).focus();
  await page.keyboard.press("Escape");
  await page.locator("#two .bookingjs-bookpage").waitFor({ state: "detached" });
  expect(await page.locator("dialog[open]").count()).toBe(1);
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  await close();
});

it("in a shadow root it is the same, and destroying takes everything back", async () => {
  const { page, pageErrors, close } = await openCalendar(world, {
    html: ({ tag, resourceId, brokerUrl, config }) =>
      writeDocument(
        `<button id="before">Before</button><div id="host"></div>${tag.replace(/ data-resource-id="[^"]*"/, "")}
        <script>
          const target = host.attachShadow({ mode: "open" }).appendChild(document.createElement("div"));
          window.TimekitEmbed = [({ mount }) => mount(${JSON.stringify({
            resourceId,
            brokerUrl,
            notice: "off",
          })
            .slice(0, -1)
            .concat(`,"config":${config}`)}, target })];
        </script>`,
      ),
  });
  const sheets = () =>
    page.evaluate(() => document.querySelector("#host")?.shadowRoot?.adoptedStyleSheets.length);
  await goToSlots(page);
  const slot = await readFocus(page);
  await page.keyboard.press("Enter");
  expect(await readFocus(page)).toEqual({ role: "textbox", name: "Full name" });
  await page.keyboard.press("Escape");
  expect(await readFocus(page)).toEqual(slot);
  expect(await sheets()).toBeGreaterThan(0);

  await page.evaluate(() =>
    (
      Reflect.get(window, "TimekitEmbed") as unknown as { embeds: { destroy(): void }[] }
    ).embeds[0]?.destroy(),
  );
  expect(await sheets()).toBe(0);
  expect(
    await page.evaluate(() => document.querySelector("#host")?.shadowRoot?.firstElementChild?.innerHTML),
  ).toBe("");
  expect(pageErrors).toEqual([]);
  await close();
});

it("names are in the calendar's format and zone, and the words in the language of the tag", async () => {
  const { page, close } = await openCalendar(world, {
    tag: { lang: "de" },
    config: {
      localization: { timeDateFormat: "24h-dmy-mon" },
      fullCalendar: { dayNames: ["So", "Mo", "Di", "Mittwoch", "Do", "Fr", "Sa"].map((day) => `${day}*`) },
    },
    context: { timezoneId: "America/New_York" },
  });
  await page.locator("#before").focus();
  const { name } = await tabTo(page, "button", (name) => name.includes(" - "));
  // Nine o'clock in London.
  expect(name).toMatch(/^04:00 - 05:00, (So|Mo|Di|Mittwoch|Do|Fr|Sa)\*, \d+\. \w+ \d{4}$/);
  const tree = flatten(await readAccessibility(page));
  expect(tree.find(({ role }) => role === "toolbar")?.name).toMatch(/^Freie Zeiten, /);
  expect(tree.map(({ name }) => name)).toContain("Nächste Woche");
  await close();
});
