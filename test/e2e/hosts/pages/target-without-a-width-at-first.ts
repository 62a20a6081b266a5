import { writeDocument } from "../../world/write-page.ts";
import { expectCalendars } from "../expect-host.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// As in an accordion or a drawer that slides open.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<section style="width: 0; overflow: hidden">${writeLoader(parts, { async: "" })}</section>`,
    ),
  slots: 0,
  act: async (visit) => {
    await visit.page.locator("section").evaluate((section) => section.removeAttribute("style"));
    await expectCalendars({ ...page, slots: 12, act: async () => undefined }, visit);
  },
};
