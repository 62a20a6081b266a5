import type { CDPSession } from "puppeteer-core";
import type { Bench } from "./open-bench.ts";
import { type Watched, watchSlots } from "./watch-slots.ts";

/** A page that a visitor is about to open who has never been there. */
export interface ColdPage {
  readonly session: CDPSession;
  /** Opens this path of the site and waits for the first free time; rejects if none is shown within two minutes. */
  readonly open: (path: string) => Promise<Watched>;
  readonly read: () => Promise<Watched>;
  readonly close: () => Promise<void>;
}

const longestMs = 120_000;
const pollMs = 100;

/** Makes a page with an empty cache. */
export const openPage = async ({ browser, pageOrigin }: Bench): Promise<ColdPage> => {
  const { browserContextId } = await browser.session.send("Target.createBrowserContext");
  const { targetId } = await browser.session.send("Target.createTarget", {
    url: "about:blank",
    browserContextId,
  });
  const session = await browser.attach(targetId);
  await session.send("Page.enable");
  await session.send("Emulation.setDeviceMetricsOverride", {
    width: 1280,
    height: 900,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await session.send("Emulation.setTimezoneOverride", { timezoneId: "Europe/London" });
  // The compiler that runs this file wraps named functions into `__name`, which the page does not have.
  const source = `globalThis.__name = (value) => value; (${watchSlots.toString()})();`;
  await session.send("Page.addScriptToEvaluateOnNewDocument", { source });

  const read = async (): Promise<Watched> => {
    const { result } = await session.send("Runtime.evaluate", {
      expression: "JSON.stringify(window.watched ?? { shift: 0 })",
    });
    const watched: Watched = JSON.parse(String(result.value));
    return watched;
  };
  const waitForSlot = async (endsAtMs: number): Promise<Watched> => {
    const watched = await read();
    if (watched.firstSlotMs !== undefined) return watched;
    if (performance.now() > endsAtMs) throw new Error("the page shows no free time");
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    return waitForSlot(endsAtMs);
  };

  return {
    session,
    open: async (path) => {
      await session.send("Page.navigate", { url: pageOrigin + path });
      return waitForSlot(performance.now() + longestMs);
    },
    read,
    close: () => browser.session.send("Target.disposeBrowserContext", { browserContextId }),
  };
};
