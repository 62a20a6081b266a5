import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Demo, startDemo } from "../../../demo/server/start-demo.ts";
import { launchChromium } from "../../tools/chromium.ts";
import { snippets } from "../../unit/migrate/snippet/snippets.ts";
import { runAxe } from "../accessibility/run-axe.ts";
import { openWorkbench } from "./open-workbench.ts";

let demo: Demo;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await demo.close();
});

it("the workbench breaks no rule of axe and fits, wide and narrow, in light and dark colours", async () => {
  const page = await openWorkbench(browser, demo);
  await page.locator("#v1").fill(snippets.selectable);
  await page.locator("#unread li").nth(1).waitFor();
  // The calendars are what they are; everything else is open to be judged.
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe")) frame.remove();
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 360]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations, passes } = await runAxe(page);
      expect({ colorScheme, width, violations }).toEqual({ colorScheme, width, violations: [] });
      expect(passes).toEqual(expect.arrayContaining(["color-contrast", "label", "button-name"]));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }
  await page.context().close();
});
