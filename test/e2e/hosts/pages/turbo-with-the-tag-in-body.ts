import { expect } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import { expectCalendars } from "../expect-host.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

const head = writeScript({ src: "turbo.js" });

// Turbo runs the body's scripts again when it comes back; the copy of the old calendar is still beside the tag.
export const page: HostPage = {
  files: () => ({
    "turbo.js": servePackage("@hotwired/turbo/dist/turbo.es2017-umd.js"),
    "hours.html": () =>
      new Response(writeDocument('<h1>Hours</h1><a href="./">Book</a>', head), {
        headers: { "content-type": "text/html" },
      }),
  }),
  html: (parts) =>
    writeDocument(`<main><a href="hours.html">Hours</a>${writeLoader(parts, { async: "" })}</main>`, head),
  globals: ["Turbo"],
  asked: { vendor: 1, token: 2 },
  act: async (visit) => {
    const { page: tab } = visit;
    await tab.getByRole("link", { name: "Hours" }).click();
    await tab.getByRole("heading", { name: "Hours" }).waitFor();
    await tab.waitForFunction(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds.length === 0);
    await tab.goBack();
    await expectCalendars({ ...page, act: async () => undefined }, visit);
    expect(await tab.locator("[data-timekit-part=widget]").count()).toBe(1);
  },
};
