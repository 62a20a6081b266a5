import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { findChromium } from "../../tools/chromium.ts";
import { openVisit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument } from "../world/write-page.ts";
import { writeLoader } from "./host-script.ts";
import { readCalendars } from "./watched-page.ts";

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await openWorld();
  // Tools that drive Chromium switch this cache off.
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

it("a calendar that comes back with the back button is the same one, and still opens its form", async () => {
  const options = {
    resourceId: resourceIds.twelveSlots,
    files: {
      "hours.html": () =>
        new Response(writeDocument("<h1>Hours</h1>"), { headers: { "content-type": "text/html" } }),
    },
    // A document that may not be stored is not kept for the back button.
    headers: { "cache-control": "max-age=60" },
    html: (parts: Parameters<typeof writeLoader>[0]) =>
      writeDocument(
        `<script>document.shown = []; addEventListener("pageshow", ({ persisted }) => document.shown.push(persisted));
         </script><main>${writeLoader(parts, { async: "" })}</main>`,
      ),
  };
  const url = world.publish(options);
  const { page, printed, pageErrors, reaches } = await openVisit(browser, { url });
  await reaches("ready");
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });

  await page.goto(`${url}hours.html`);
  // In a task of its own: what goes back at once takes the answer of `evaluate` with it.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await vi.waitFor(
    async () => expect(await page.evaluate(() => Reflect.get(document, "shown"))).toEqual([false, true]),
    {
      timeout: 10_000,
    },
  );

  expect(await page.evaluate(readCalendars, ["script[data-resource-id] + div"])).toMatchObject([
    { state: "ready", isInPlace: true, slots: 12 },
  ]);
  await page.locator(".fc-event").first().click();
  await page.locator(".bookingjs-bookpage.show").waitFor();
  expect({ printed, pageErrors }).toEqual({ printed: [], pageErrors: [] });
});
