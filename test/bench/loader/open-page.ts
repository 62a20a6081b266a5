import type { CDPSession, Page } from "playwright-core";
import type { Bench } from "./open-bench.ts";
import { type Watched, watchSlots } from "./watch-slots.ts";

/** A page that a visitor is about to open who has never been there. */
export interface ColdPage {
  readonly page: Page;
  readonly session: CDPSession;
  /** Opens this path of the site and waits for the first free time; rejects if none is shown within two minutes. */
  readonly open: (path: string) => Promise<Watched>;
  readonly read: () => Promise<Watched>;
  readonly close: () => Promise<void>;
}

/** Makes a page with an empty cache. */
export const openPage = async (bench: Bench): Promise<ColdPage> => {
  const context = await bench.browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: "Europe/London",
  });
  // The compiler that runs this file wraps named functions into this one, which the page does not have.
  await context.addInitScript("globalThis.__name = (value) => value;");
  await context.addInitScript(watchSlots);
  const page = await context.newPage();
  const read = (): Promise<Watched> => page.evaluate(() => Reflect.get(window, "watched") as Watched);
  return {
    page,
    session: await context.newCDPSession(page),
    open: async (path) => {
      await page.goto(bench.pageOrigin + path, { waitUntil: "commit" });
      await page.waitForFunction(
        () => (Reflect.get(window, "watched") as Watched).firstSlotMs !== undefined,
        undefined,
        { timeout: 120_000, polling: 100 },
      );
      return read();
    },
    read,
    close: () => context.close(),
  };
};
