import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) => writeDocument(`<main>${writeLoader(parts, { async: "" })}</main>`),
  act: async ({ page }) => {
    await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    // Afterwards the screen is as it was.
    expect(await page.locator(".fc-event").first().isVisible()).toBe(true);
  },
};
