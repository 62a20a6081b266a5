import { startDemo } from "../../../demo/server/start-demo.ts";
import { launchChromium } from "../../tools/launch-chromium.ts";

/** The top of the demo's page. */
export interface Picture {
  readonly png: Buffer;
  /** Slots in the calendar when the picture was taken. */
  readonly slots: number;
  /** What the upgrade notice says. */
  readonly notice: string;
}

/** Takes the picture that README shows: the demo as it runs, with its calendar full; needs the built package in `dist/`. */
export const takePicture = async (): Promise<Picture> => {
  const demo = await startDemo();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: 1200, height: 864 },
      colorScheme: "light",
      // Where the workshop of the demo is.
      timezoneId: "Europe/London",
    });
    await page.goto(demo.pageOrigin);
    await page.locator('[data-timekit-part="status"]').waitFor({ state: "hidden" });
    await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
    await page.getByText("You are in the same timezone").waitFor();
    return {
      png: await page.screenshot({ animations: "disabled" }),
      slots: await page.locator(".fc-event").count(),
      notice: await page.getByRole("region", { name: "Upgrade notice" }).innerText(),
    };
  } finally {
    await browser.close();
    await demo.close();
  }
};
