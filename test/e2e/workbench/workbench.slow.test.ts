import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Demo, startDemo } from "../../../demo/server/start-demo.ts";
import { launchChromium } from "../../tools/chromium.ts";
import { snippets } from "../../unit/migrate/snippet/snippets.ts";
import { openWorkbench } from "./open-workbench.ts";

let demo: Demo;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await demo.close();
});

const previewOf = (page: Page): FrameLocator => page.frameLocator("#preview");

describe("the workbench", () => {
  it("converts what is pasted, says what it could not read, and runs v2 with the rest", async () => {
    const page = await openWorkbench(browser, demo);
    await page.locator("#v1").fill(snippets.selectable);
    await page.getByText("1 calendar found, but 2 places could not be read.").waitFor();

    expect(await page.locator("#unread li").allInnerTexts()).toEqual([
      expect.stringMatching(
        /^Line 9, column 32 timekitFindTime\.length “duration” is a parameter of a function/,
      ),
      expect.stringMatching(/^Line 9, column 49 timekitFindTime\.start It calls a function/),
    ]);
    expect(await page.locator("#v2").innerText()).toContain('display_name: "Clara"');
    await previewOf(page).locator(".bookingjs-displayname").getByText("Clara").waitFor();
    await previewOf(page).locator(".fc-event").first().waitFor();
    expect(await page.content()).not.toContain("s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja");

    await page.getByRole("button", { name: "Line 9, column 32" }).click();
    const selected = await page
      .locator("#v1")
      .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(selected).toMatch(/^duration/);
    await page.context().close();
  });

  it("shows our tag, and the real v3 beside v1", async () => {
    const page = await openWorkbench(browser, demo);
    await page.locator("#v1").fill(snippets.autoload);
    const to = page.locator("#target");
    await to.selectOption("embed");
    expect(await page.locator("#v2").innerText()).toContain("data-config=");
    expect(await page.locator("#preview").isVisible()).toBe(false);
    await to.selectOption("v3");
    expect(await page.locator("#v2").innerText()).toContain("booking-js/v3/booking.min.css");
    await page.locator("#notes").getByText("fonts.googleapis.com").waitFor();
    for (const frame of ["#before", "#preview"]) {
      const name = page.frameLocator(frame).locator(".bookingjs-displayname").getByText("Clara's lessons");
      await name.waitFor();
      await page.frameLocator(frame).locator(".fc-event").first().waitFor();
    }
    await page.context().close();
  });

  it("judges the tag as the loader does, in its words", async () => {
    const page = await openWorkbench(browser, demo);
    const mistake = page.locator("#mistake");
    await page.locator("#tag-options [name=fallbackUrl]").fill("javascript:alert(1)");
    await mistake.getByText("data-fallback-url").waitFor();
    expect(await page.locator("#tag").innerText()).not.toContain("javascript:");
    await page.locator("#tag-options [name=fallbackUrl]").fill("");
    await page.locator("#tag-options [name=brokerUrl]").fill("http://broker.example");
    await mistake.getByText("config/bad-broker-url").waitFor();
    await page.locator("#tag-options [name=brokerUrl]").fill("https://broker.example/client-token");
    await expect.poll(() => mistake.innerText()).toBe("");
    await page.context().close();
  });

  it("shows each of several calendars", async () => {
    const page = await openWorkbench(browser, demo);
    await page.locator("#v1").fill(snippets.several);
    await page.getByText("2 calendars found, and every value read.").waitFor();
    await page.locator("#chosen").selectOption({ index: 1 });
    expect(await page.locator("#v2").innerText()).toContain('el: "#two"');
    await previewOf(page).locator(".bookingjs-displayname").getByText("Emmett").waitFor();
    await page.context().close();
  });

  it("runs nothing of what is pasted, also not as HTML in a text", async () => {
    const page = await openWorkbench(browser, demo);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const evil = `<img src=x onerror="parent.postMessage('ran', '*')">`;
    const v1 = {
      name: "Clara",
      avatar: `x" onerror="parent.postMessage('ran', '*')`,
      localization: { strings: { successMessageBody: evil } },
    };
    await page.evaluate(() => {
      Reflect.set(window, "ran", false);
      addEventListener("message", ({ data }) => data === "ran" && Reflect.set(window, "ran", true));
    });
    await page.locator("#v1").fill(`window.ran = true;
      window.timekitBookingConfig = ${JSON.stringify(v1)};
      timekitBookingConfig.callbacks = { renderCompleted: function () { parent.postMessage('ran', '*') } };`);
    await previewOf(page).locator(".bookingjs-displayname").getByText("Clara").waitFor();
    await previewOf(page).locator(".fc-event").first().dispatchEvent("click");
    await previewOf(page).locator(".bookingjs-form").waitFor();
    expect(await page.evaluate(() => Reflect.get(window, "ran") as unknown)).toBe(false);
    const known = [demo.pageOrigin, demo.timekitOrigin, demo.brokerOrigin];
    expect(asked.filter((address) => !known.includes(new URL(address).origin))).toEqual([]);
    await page.context().close();
  });

  it("writes the tag that is chosen, and shows its calendar", async () => {
    const page = await openWorkbench(browser, demo);
    await page.getByLabel("Language of our words").selectOption("de");
    await page.getByLabel("Dates and times").selectOption("24h-dmy-mon");
    await page.getByLabel("Link when it cannot be shown").fill("tel:+442079460123");
    const tag = page.locator("#tag");
    expect(await tag.innerText()).toContain('data-lang="de"');
    expect(await tag.innerText()).toContain('<a href="tel:+442079460123">');
    expect(await page.locator("#policy").innerText()).toContain("script-src https://cdn.example;");
    const embed = page.frameLocator("#embed");
    await embed.locator("html[lang=de] .fc-event").first().waitFor();
    expect(await embed.locator(".fc-day-header").first().innerText()).toMatch(/^Mon \d+\/\d+$/);
    await page.context().close();
  });
});
