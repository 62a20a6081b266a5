import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { asObject } from "../../../demo/timekit/json.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument } from "../world/write-page.ts";

let world: World;
let scripts: readonly string[];
beforeAll(async () => {
  world = await openWorld();
  const { resolve } = createRequire(import.meta.url);
  const files = ["jquery-3.4/dist/jquery.min.js", "timekit-booking/dist/booking.min.js"];
  scripts = await Promise.all(files.map((file) => readFile(resolve(file), "utf8")));
});
afterAll(() => world.close());

interface Looks {
  readonly looks: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly resourceId?: string;
}

const configs: readonly Looks[] = [
  { looks: "nothing set", config: {} },
  { looks: "a list", config: { availabilityView: "listing" } },
  { looks: "24 hours", config: { localization: { timeDateFormat: "24h-dmy-mon" } } },
  {
    looks: "a list in 24 hours",
    config: { availabilityView: "listing", localization: { timeDateFormat: "24h-dmy-mon" } },
  },
  { looks: "one day", config: { fullCalendar: { defaultView: "agendaDay" } } },
  { looks: "right to left", config: { fullCalendar: { isRTL: true } } },
  { looks: "a list right to left", config: { availabilityView: "listing", fullCalendar: { isRTL: true } } },
  { looks: "another locale", config: { fullCalendar: { locale: "de" } } },
  { looks: "no credits", config: { showCredits: false } },
  { looks: "no timezone", config: { localization: { showTimezoneHelper: false } } },
  { looks: "no jump to the first time", config: { goToFirstEvent: false } },
  { looks: "colours", config: { fullCalendar: { eventColor: "#036", eventTextColor: "#fff" } } },
  { looks: "working hours", config: { fullCalendar: { minTime: "08:00:00", maxTime: "18:00:00" } } },
  { looks: "no weekends", config: { fullCalendar: { weekends: false } } },
  { looks: "quarters of an hour", config: { timekitFindTime: { length: "15 minutes" } } },
  { looks: "whole days", config: { timekitFindTime: { length: "4 hours" } } },
  {
    looks: "all fields",
    config: {
      bookingFields: {
        phone: { enabled: true, required: true },
        voip: { enabled: true },
        location: { enabled: true, prefilled: "Here", locked: true },
      },
    },
  },
  {
    looks: "a title and the week",
    config: { fullCalendar: { header: { left: "title", right: "prev,next today" } } },
  },
  { looks: "words for the arrows", config: { fullCalendar: { buttonText: { prev: "Back", next: "On" } } } },
  { looks: "groups", config: { bookingGraph: "group_customer" }, resourceId: resourceIds.groups },
  { looks: "no free times", config: {}, resourceId: resourceIds.noSlots },
];

/** A page that loads v1 by hand, with the credential and the name that the broker gives to ours. */
const openByHand = async (looks: Looks, context: object): Promise<Visit> => {
  const { resourceId = resourceIds.normal, config } = looks;
  const answer = await world.passOn(new Request(`http://broker.example/?resource_id=${resourceId}`));
  const { token, app, resource } = asObject(await answer.json());
  const { name, email, avatar } = asObject(resource);
  const options = {
    ...config,
    name,
    email,
    app,
    apiToken: token,
    ...(avatar ? { avatar } : {}),
    timekitConfig: { apiBaseUrl: `${world.timekitOrigin}/` },
  };
  return world.openPage({
    context,
    html: () =>
      writeDocument(
        `<div id="bookingjs"></div>${scripts.map((_script, index) => `<script src="${index}.js"></script>`).join("")}
        <script>new TimekitBooking().init(${JSON.stringify({ ...options, autoload: false })})</script>`,
        // The one that v1 starts by itself needs a configuration.
        "<script>window.timekitBookingConfig = { autoload: false }</script>",
      ),
    files: Object.fromEntries(
      scripts.map((script, index) => [
        `${index}.js`,
        () => new Response(script, { headers: { "content-type": "text/javascript; charset=utf-8" } }),
      ]),
    ),
  });
};

/** Every element of v1: its box, text, and what can be seen of it. Runs in the page. */
const readLooks = (): readonly string[] => {
  const active = document.activeElement;
  if (active instanceof HTMLElement) active.blur();
  const root = document.querySelector(".bookingjs");
  if (!root) return [];
  const origin = root.getBoundingClientRect();
  const seen = [
    "color",
    "backgroundColor",
    "opacity",
    "visibility",
    "display",
    "outlineStyle",
    "boxShadow",
    "fontFamily",
    "fontSize",
    "fontWeight",
    "borderTopColor",
    "borderTopWidth",
    "cursor",
    "textTransform",
    "zIndex",
  ];
  // They move with the clock.
  return [...root.querySelectorAll("*:not(.fc-now-indicator, .loading-text *)")].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const own = [...element.childNodes]
      .map((node) => (node instanceof Text ? node.data.trim() : ""))
      .join("");
    // What is not drawn has no place.
    const box =
      element.getClientRects().length === 0
        ? []
        : [left - origin.left, top - origin.top, width, height].map((length) => Math.round(length * 10) / 10);
    const values = seen.map((name) => String(Reflect.get(style, name)));
    return [element.tagName, element.getAttribute("class"), own, ...box, ...values].join(" | ");
  });
};

const settle = async (page: Page): Promise<void> => {
  await page.locator(".bookingjs-calendar .fc-view").waitFor();
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
  const helper = page.locator(".bookingjs-timezonehelper");
  if ((await helper.count()) > 0) await helper.getByText("timezone").waitFor();
  // v1 scrolls and fades by itself.
  await page.waitForTimeout(700);
};

/** Both book the same time, so that neither reaches Timekit. */
const answerBookings = (page: Page): Promise<unknown> =>
  page.route("**/v2/bookings*", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          status: 201,
          headers: { "access-control-allow-origin": "*" },
          json: { data: { id: "1", graph: "instant", state: "confirmed" } },
        })
      : route.continue(),
  );

const readAll = async ({ page, close }: Visit): Promise<Readonly<Record<string, readonly string[]>>> => {
  await answerBookings(page);
  await settle(page);
  const start = await page.evaluate(readLooks);
  if ((await page.locator(".fc-event, .fc-list-item").count()) === 0) {
    await close();
    return { start };
  }
  await page.locator(".fc-event, .fc-list-item").first().click();
  await page.locator(".bookingjs-bookpage.show").waitFor();
  await page.waitForTimeout(700);
  const form = await page.evaluate(readLooks);
  await page.locator(".bookingjs-bookpage-close").click();
  await page.locator(".bookingjs-bookpage").waitFor({ state: "detached" });
  const phone = page.getByPlaceholder("Phone number");
  await page.locator(".fc-event, .fc-list-item").first().click();
  if ((await phone.count()) > 0) await phone.fill("123");
  await page.getByPlaceholder("Full name").fill("Ada");
  await page.getByPlaceholder("E-mail").fill("ada@example.org");
  await page.locator(".bookingjs-form-button").click();
  await page.locator(".bookingjs-form.success").waitFor();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(900);
  const booked = await page.evaluate(readLooks);
  await close();
  return { start, form, booked };
};

describe.each([1280, 360])("at %s pixels", (width) => {
  it.each(configs)("v1 with $looks looks as by hand while nothing has the focus", async (looks) => {
    const context = { viewport: { width, height: 900 } };
    const byHand = await readAll(await openByHand(looks, context));
    const ours = await readAll(
      await world.openPage({
        context,
        config: looks.config,
        ...(looks.resourceId && { resourceId: looks.resourceId }),
        tag: { notice: "off", target: "#bookingjs" },
        html: ({ tag }) => writeDocument(`<div id="bookingjs"></div>${tag}`),
      }),
    );
    expect(byHand["start"]?.length).toBeGreaterThan(20);
    expect(ours).toEqual(byHand);
  });
});
