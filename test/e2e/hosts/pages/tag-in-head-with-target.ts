import { expect } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<main><section id="here"><a href="tel:+442079460123">Call us</a></section></main>`,
      writeLoader(parts, { "data-target": "#here" }),
    ),
  places: ["#here"],
  act: async ({ frame }) => {
    await frame.evaluate(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds[0]?.destroy());
    expect(await frame.locator("#here").innerHTML()).toBe('<a href="tel:+442079460123">Call us</a>');
  },
};
