import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import { expectCalendars } from "../expect-host.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<p style="height: 6000px">A long story</p><div>${writeLoader(parts, { async: "", "data-lazy": "" })}</div>`,
    ),
  states: ["waiting"],
  act: async (visit) => {
    // Parsed and idle: nothing was asked for.
    await visit.page.waitForTimeout(300);
    expect(visit.countAsked()).toEqual({ vendor: 0, token: 0 });
    await visit.page.mouse.wheel(0, 20_000);
    await expectCalendars({ ...page, states: ["ready"], act: async () => undefined }, visit);
  },
};
