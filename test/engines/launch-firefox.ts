import { launch } from "puppeteer-core";
import type { Engine } from "./engine.ts";
import { findPrograms } from "./programs.ts";

/** Firefox without windows, driven by WebDriver BiDi. */
export const launchFirefox = async (): Promise<Engine> => {
  const browser = await launch({
    browser: "firefox",
    executablePath: findPrograms().firefox,
    headless: true,
    // The simulated resources live in London.
    env: { ...process.env, TZ: "Europe/London" },
    defaultViewport: { width: 1280, height: 900 },
  });
  const [page = await browser.newPage()] = await browser.pages();
  return {
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: async (run, given) => {
      const result = await page.evaluate(
        `(async () => JSON.stringify(await (${String(run)})(${JSON.stringify(given) ?? ""})))()`,
      );
      return typeof result === "string" ? JSON.parse(result) : undefined;
    },
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
};
