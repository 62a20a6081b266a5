import type { Browser, Page } from "playwright-core";
import type { Demo } from "../../../demo/server/start-demo.ts";

/** Opens the demo's workbench in a browser context of its own. */
export const openWorkbench = async (browser: Browser, { pageOrigin }: Demo): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${pageOrigin}/workbench`);
  await page.locator("#target").selectOption("v2");
  return page;
};
