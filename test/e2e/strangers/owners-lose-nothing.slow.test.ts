import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../tools/chromium.ts";
import { toJson } from "../hosts/host-script.ts";
import { writeDocument, writeTag } from "../world/write-page.ts";
import type { Case } from "./cases.ts";
import { type OwnerOptions, ownerOptions } from "./owner-options.ts";
import { emailOf, openStrangerSite, resourceOf, type Sent, type StrangerSite } from "./stranger-site.ts";

let browser: Browser;
let site: StrangerSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), openStrangerSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Seen {
  /** v1's elements with their classes, styles and texts. */
  readonly calendar: string;
  readonly form: string;
  readonly success: string;
  readonly sent: readonly Sent[];
}

const place = '<main style="width:900px"><div id="bookingjs"></div></main>';

/** The page that people wrote by hand, with everything that Timekit's help told them. */
const writeByHand = ({ config }: OwnerOptions): string =>
  writeDocument(`${place}
    <script src="/jquery-3.4.1.js"></script>
    <script>window.timekitBookingConfig = ${toJson({
      email: emailOf(0),
      apiToken: "good",
      app: "example-app",
      timekitConfig: { apiBaseUrl: `${site.timekitOrigin}/` },
      // The broker knows the resource's name; a widget's own is stronger.
      ...(!("widgetId" in config || "widgetSlug" in config) && { name: "Example resource" }),
      ...config,
    })}</script>
    <script src="/booking.js"></script>`);

const writeOurs = ({ config }: OwnerOptions): string => {
  const options = { timekitConfig: { apiBaseUrl: `${site.timekitOrigin}/` }, ...config };
  const attributes = { "broker-url": site.brokerUrl, "resource-id": resourceOf(0), notice: "off" };
  return writeDocument(
    `${place}${writeTag({ ...attributes, config: JSON.stringify(options) }, { src: "/dist/loader.js" })}`,
  );
};

const visitor = {
  name: "Vera O'Neill",
  email: "vera@example.org",
  comment: "Hi",
  phone: "12",
  voip: "v",
  location: "L",
};

const use = async (html: string, widget: Case["widget"]): Promise<Seen> => {
  const tried: Case = { name: "an owner", place: "container", widget };
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, timezoneId: "UTC" });
  // No transition is under way when it is looked.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(site.publish(html, [tried]));
  await page.locator(".fc-event, .fc-list-item").first().waitFor();
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
  const calendar = await page.locator(".bookingjs").evaluate(describeElement);
  await page.locator(".fc-event, .fc-list-item").first().click();
  const opened = page.locator(".bookingjs-bookpage.show");
  await opened.waitFor();
  const form = await opened.evaluate(describeElement);
  for (const [field, value] of Object.entries(visitor)) {
    const input = page.locator(`.input-${field}`);
    if ((await input.count()) > 0 && (await input.isEditable())) await input.fill(value);
  }
  await page.locator(".bookingjs-form-button").click();
  await page.locator(".bookingjs-form.success").waitFor();
  const success = await page.locator(".bookingjs-form-success-message").evaluate(describeElement);
  await page.close();
  // Zone and free times are asked for at the same time: which comes first is the network's.
  const sent = [...site.sentFor(0)].sort((one, other) => one.call.localeCompare(other.call));
  return { calendar, form, success, sent };
};

/** Runs in the page: its HTML without what the clock decides, and what is there for assistive technology or autofill alone. */
const describeElement = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const moving of copy.querySelectorAll(".fc-now-indicator")) moving.remove();
  for (const each of copy.querySelectorAll("*"))
    for (const name of each.getAttributeNames())
      if (/^(role|tabindex|inert|alt|autocomplete|aria-.+)$/.test(name)) each.removeAttribute(name);
  return copy.innerHTML.replaceAll(location.origin, "").replace(/\s+/g, " ");
};

it.each(ownerOptions)("with $name it asks, looks and books as v1 does by itself", async (options) => {
  const byHand = await use(writeByHand(options), options.widget);
  const ours = await use(writeOurs(options), options.widget);

  expect(ours.sent).toEqual(byHand.sent);
  expect(ours.sent.map(({ call }) => call)).toContainEqual(expect.stringContaining("POST /v2/bookings"));
  expect({ ...ours, sent: [] }).toEqual({ ...byHand, sent: [] });
});

it("there are at least 18 of them", () => {
  expect(ownerOptions.length).toBeGreaterThanOrEqual(18);
});
