import { type Browser, type CDPSession, Connection, launch } from "puppeteer-core";
import { findHeadlessChromium, switches } from "../../tools/chromium.ts";

/** A Chromium whose pages run as they do for a visitor. */
export interface UnwatchedBrowser {
  readonly session: CDPSession;
  /** Attaches to a page of it, without enabling anything there. */
  readonly attach: (targetId: string) => Promise<CDPSession>;
  readonly close: () => Promise<void>;
}

/**
 * Launches a Chromium whose pages no driver looks into. Drivers enable the protocol's `Runtime` in each page; V8 then
 * keeps a whole stack for each error, caught ones too, for which it parses the scripts once more: at least 50 ms here.
 */
export const launchUnwatched = async (): Promise<UnwatchedBrowser> => {
  const browser: Browser = await launch({
    executablePath: findHeadlessChromium(),
    args: [...switches],
    waitForInitialPage: false,
    targetFilter: () => false,
  });
  const session = await browser.target().createCDPSession();
  const connection = Connection.fromSession(session);
  if (!connection) throw new Error("the browser is gone");
  return {
    session,
    attach: async (targetId) => {
      const { targetInfo } = await session.send("Target.getTargetInfo", { targetId });
      return connection.createSession(targetInfo);
    },
    close: () => browser.close(),
  };
};
