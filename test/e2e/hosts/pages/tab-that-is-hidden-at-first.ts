import { writeDocument } from "../../world/write-page.ts";
import { expectCalendars } from "../expect-host.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// The calendar is drawn without a width; when the tab is shown, it has to be drawn again.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(`<section style="display: none">${writeLoader(parts, { async: "" })}</section>`),
  slots: 0,
  act: async (visit) => {
    await visit.page.locator("body > section").evaluate((section) => section.removeAttribute("style"));
    await expectCalendars({ ...page, slots: 12, act: async () => undefined }, visit);
  },
};
