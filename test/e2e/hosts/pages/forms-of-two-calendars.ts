import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "../host-script.ts";

// v1 closes its form with `$(document).off("keyup")`, which took Escape from every other open form.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `${["one", "two", "three"].map((id) => `<div id="${id}" style="width: 500px"></div>`).join("")}
       ${writeLoader(parts, defaultAttributes(parts))}
       ${writeScript(
         {},
         `for (const target of ["#one", "#two", "#three"]) TimekitEmbed.mount({ ...${mountOptions(parts)}, target });`,
       )}`,
    ),
  states: ["ready", "ready", "ready"],
  places: ["#one", "#two", "#three"],
  act: async ({ page }) => {
    const form = (id: string) => page.locator(`#${id} .bookingjs-bookpage`);
    for (const id of ["one", "two", "three"]) {
      await page.locator(`#${id} .bookingjs-loading`).waitFor({ state: "detached" });
      await page.locator(`#${id} .fc-event, #${id} .fc-list-item`).first().click();
      await page.locator(`#${id} .bookingjs-bookpage.show`).waitFor();
    }
    await page.locator("#one .bookingjs-bookpage-close").click();
    await form("one").waitFor({ state: "detached" });
    await page.evaluate(() => {
      const { embeds } = Reflect.get(window, "TimekitEmbed") as { embeds: { destroy(): void }[] };
      embeds[1]?.destroy();
    });
    expect(await form("three").count()).toBe(1);
    await page.keyboard.press("Escape");
    await form("three").waitFor({ state: "detached" });
    await page.locator("#one .fc-event, #one .fc-list-item").first().click();
    await page.locator("#one .bookingjs-bookpage.show").waitFor();
    await page.keyboard.press("Escape");
    await form("one").waitFor({ state: "detached" });
  },
};
