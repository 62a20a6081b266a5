import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { startDemo } from "../../../demo/server/start-demo.ts";
import { rootFolder } from "../../tools/dist.ts";
import { launchChromium } from "../../tools/chromium.ts";

const file = join(rootFolder, "demo/picture.png");

// `TAKE_PICTURE=1 npx vitest run --project slow test/e2e/picture` puts a new one in place of README's.
let taken: Picture;
beforeAll(async () => {
  taken = await takePicture();
  if (process.env["TAKE_PICTURE"]) await writeFile(file, taken.png);
});

it("shows a calendar with slots, below the upgrade notice", () => {
  expect(taken.slots).toBeGreaterThan(0);
  expect(taken.notice).toContain("Booking.js v1");
});

it("is the one in README, at the same size", async () => {
  expect(await readFile(join(rootFolder, "README.md"), "utf8")).toContain('src="demo/picture.png"');
  expect(readSize(await readFile(file))).toEqual(readSize(taken.png));
});

/** Width and height as a PNG's first chunk has them: https://www.w3.org/TR/png-3/#11IHDR */
const readSize = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** The top of the demo's page. */
interface Picture {
  readonly png: Buffer;
  /** Slots in the calendar when the picture was taken. */
  readonly slots: number;
  /** What the upgrade notice says. */
  readonly notice: string;
}

/** Takes the picture that README shows: the demo as it runs, with its calendar full; needs the built package in `dist/`. */
const takePicture = async (): Promise<Picture> => {
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
