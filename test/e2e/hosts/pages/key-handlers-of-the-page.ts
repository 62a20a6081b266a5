import { expect } from "vitest";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

// v1 closes its form with `$(document).off("keyup")`, which on a shared jQuery took every handler of the page with it.
export const page: HostPage = {
  files: () => ({ "jquery.js": servePackage("jquery/dist/jquery.min.js") }),
  html: (parts) =>
    writeDocument(
      `${writeScript({ src: "jquery.js" })}
       ${writeScript(
         {},
         `document.keys = [];
          document.addEventListener("keyup", ({ key }) => document.keys.push("dom " + key));
          jQuery(document).on("keyup", ({ key }) => document.keys.push("jQuery " + key));`,
       )}
       ${writeLoader(parts, { async: "" })}`,
    ),
  globals: ["jQuery", "$"],
  act: async ({ page }) => {
    await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
    await page.locator(".fc-event").first().click();
    await page.locator(".bookingjs-bookpage.show").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".bookingjs-bookpage").waitFor({ state: "detached" });
    await page.keyboard.press("a");
    expect(await page.evaluate(() => Reflect.get(document, "keys") as unknown)).toEqual([
      "dom Escape",
      "jQuery Escape",
      "dom a",
      "jQuery a",
    ]);
  },
};
