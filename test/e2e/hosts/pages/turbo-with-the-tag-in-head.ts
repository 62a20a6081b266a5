import { expect } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import { expectCalendars } from "../expect-host.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

const head = writeScript({ src: "turbo.js" });

// Turbo keeps the head, swaps bodies, and comes back to a copy of the body it left, dead calendar included.
export const page: HostPage = {
  files: () => ({
    "turbo.js": servePackage("@hotwired/turbo/dist/turbo.es2017-umd.js"),
    "hours.html": () =>
      new Response(writeDocument('<h1>Hours</h1><a href="./">Book</a>', head), {
        headers: { "content-type": "text/html" },
      }),
  }),
  html: (parts) =>
    writeDocument(
      `<main><a href="hours.html">Hours</a></main>
       <section data-timekit-resource-id="${parts.resourceId}"><b>Call us</b></section>`,
      head + writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
    ),
  places: ["section"],
  globals: ["Turbo"],
  asked: { vendor: 1, token: 2 },
  act: async (visit) => {
    const { page: tab } = visit;
    await tab.getByRole("link", { name: "Hours" }).click();
    await tab.getByRole("heading", { name: "Hours" }).waitFor();
    await tab.waitForFunction(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds.length === 0);
    await tab.goBack();
    await expectCalendars({ ...page, act: async () => undefined }, visit);
    await tab.evaluate(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds[0]?.destroy());
    expect(await tab.locator("section").innerHTML()).toBe("<b>Call us</b>");
  },
};
