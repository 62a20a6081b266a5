import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTimekit } from "../../../demo/timekit/create-timekit.ts";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { toIntegrity } from "../../../src/build/build-owner.ts";
import { joinVendor } from "../../../src/build/vendor/read-vendor.ts";
import { launchChromium } from "../../tools/chromium.ts";
import { readDist, readPublished, vendorFile } from "../../tools/dist.ts";
import { type RunningServer, startServer } from "../../tools/start-server.ts";
import { type Host, hostPages, openHost } from "./host-pages.ts";
import { findSlotPlaces, startBooking } from "./start-booking.ts";
import { watchGlobals } from "./watch-globals.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe("the vendor file", () => {
  let host: Host;
  let bytes: Buffer;
  let integrity: string;
  beforeAll(async () => {
    bytes = await readDist(vendorFile);
    integrity = toIntegrity(bytes);
    host = await openHost(browser, new Uint8Array(bytes));
  });
  afterAll(() => host.close());

  it.each(hostPages)(
    "hands Booking.js over and changes nothing on $name",
    async ({ html, changedInside = [] }) => {
      const page = await host.show(html);
      const sightings = await page.evaluate(watchGlobals, { integrity });

      expect(sightings.changed).toEqual([]);
      expect(sightings.changedInside).toEqual(changedInside);
      expect(sightings.handover).toMatchObject({
        version: "1.24.2",
        error: undefined,
        bookingType: "function",
      });
      expect(sightings.handover.styleLengths.length).toBeGreaterThan(0);
      expect(sightings.handover.styleLengths.every((length) => length > 100)).toBe(true);
      expect(await page.evaluate(() => Reflect.get(document, "noticed") ?? [])).toEqual([]);
    },
  );

  describe("with a simulated Timekit", () => {
    let server: RunningServer;
    const timekit = createTimekit();
    beforeAll(async () => {
      server = await startServer(timekit.fetch);
    });
    afterAll(() => server.close());

    const start = (page: Page): Promise<string> => {
      const [app] = timekit.world.apps;
      const resource = app?.resources.find(({ id }) => id === resourceIds.twelveSlots);
      return page.evaluate(startBooking, {
        integrity,
        apiBaseUrl: `${server.origin}/`,
        app: app?.slug ?? "",
        email: resource?.email ?? "",
        apiToken: resource?.credentials.find(({ type }) => type === "client-token")?.token ?? "",
      });
    };

    it("gives each of twelve slots a place of its own", async () => {
      const page = await host.show("");
      await start(page);
      const places = await page.evaluate(findSlotPlaces);

      expect(places).toHaveLength(12);
      expect(new Set(places.map(({ left, top }) => `${left}/${top}`)).size).toBe(12);
      expect(places.every(({ width, height }) => width > 20 && height > 10)).toBe(true);
    });

    it("keeps v1's one character that is not ASCII on a page in windows-1252", async () => {
      const page = await host.show('<meta charset="windows-1252">');
      expect(await page.evaluate(() => document.characterSet)).toBe("windows-1252");

      expect(await start(page)).toContain(" \u2013 ");
    });
  });

  it("does nothing, quietly, where no script element runs it", async () => {
    const page = await host.show("");
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    const describeGlobals = () => Object.getOwnPropertyNames(window).sort();
    const before = await page.evaluate(describeGlobals);
    await page.evaluate(bytes.toString());
    await page.addScriptTag({ url: "/script.js", type: "module" });

    expect(errors).toEqual([]);
    expect(await page.evaluate(describeGlobals)).toEqual(before);
    expect(await page.locator("style").count()).toBe(0);
  });
});

it("a copy of Booking.js that throws leaves no style behind and is handed over as an error", async () => {
  const booking = `document.head.append(document.createElement("style")); throw new Error("not today");`;
  const bytes = joinVendor({
    wrapper: readFileSync(new URL("../../../src/build/vendor/wrapper.js", import.meta.url), "utf8"),
    jquery: (await readPublished()).jquery,
    booking: Buffer.from(booking),
    shield: "",
    bookingVersion: "0.0.0",
  });
  const host = await openHost(browser, new Uint8Array(bytes));
  const page = await host.show("<style>p { color: red }</style>");
  const sightings = await page.evaluate(watchGlobals, { integrity: toIntegrity(bytes) });

  expect(sightings.changed).toEqual([]);
  expect(sightings.handover).toEqual({
    version: "0.0.0",
    error: "Error: not today",
    bookingType: "undefined",
    styleLengths: [],
  });
  expect(await page.locator("style").count()).toBe(1);
  await host.close();
});

it("the published files do change globals, and the watch sees it", async () => {
  const { jquery, booking } = await readPublished();
  const bytes = new Uint8Array(Buffer.concat([jquery, booking]));
  const host = await openHost(browser, bytes);
  const page = await host.show("");
  const sightings = await page.evaluate(watchGlobals, { integrity: toIntegrity(bytes) });

  expect(sightings.changed).toEqual(
    expect.arrayContaining(["jQuery", "TimekitBooking", "moment", "sprintf"]),
  );
  await host.close();
});
