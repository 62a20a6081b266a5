import { expect, vi } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// As in an accordion or a drawer that slides open.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<section style="width: 0; overflow: hidden">${writeLoader(parts, { async: "" })}</section>`,
    ),
  act: async (visit) => {
    await visit.page.locator("body > section").evaluate((section) => section.removeAttribute("style"));
    await vi.waitFor(
      async () => {
        const widths = await visit.page
          .locator(".fc-event")
          .evaluateAll((slots) => slots.map((slot) => slot.clientWidth));
        expect(widths).toHaveLength(12);
        expect(Math.min(...widths)).toBeGreaterThan(100);
      },
      { timeout: 25_000, interval: 100 },
    );
  },
};
