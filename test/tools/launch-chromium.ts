import { chromium, type Browser } from "playwright-core";
import { findHeadlessChromium } from "./find-chromium.ts";

/** A headless Chromium that calls nobody by itself; `close()` ends it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: findHeadlessChromium(), args: [...switches] });

/** What Chromium is started with here. */
export const switches = [
  // Containers run tests as root, for whom Chromium refuses to start with its sandbox.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;
