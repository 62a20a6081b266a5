import type { Browser } from "playwright-core";
import { launchChromium } from "../../tools/chromium.ts";
import { openServers, type Servers } from "./open-servers.ts";
import { openVisit, type Visit } from "./open-visit.ts";
import type { PageOptions } from "./write-page.ts";

/** Everything around the loader: the servers, and a browser. */
export interface World extends Servers {
  readonly browser: Browser;
  /** Opens a page with the tag in a browser context of its own. */
  readonly openPage: (options?: PageOptions) => Promise<Visit>;
}

/** Opens a world whose parts stand on an origin each; needs the built package in `dist/`. */
export const openWorld = async (): Promise<World> => {
  const servers = await openServers();
  const browser = await launchChromium();
  return {
    ...servers,
    browser,
    openPage: async (options = {}) => openVisit(browser, { ...options, url: servers.publish(options) }),
    close: async () => {
      await browser.close();
      await servers.close();
    },
  };
};
