import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../tools/chromium.ts";
import { type Case, cases, toPages } from "./cases.ts";
import { openStrangerSite, type StrangerSite } from "./stranger-site.ts";
import { expectHarmless } from "./expect-harmless.ts";
import { tryCases } from "./try-cases.ts";

let browser: Browser;
let site: StrangerSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), openStrangerSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it("there are at least 150 of them", () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  process.stdout.write(`strangers try ${cases.length} things\n`);
});

it.each(toPages(cases).map((tried, index) => [index + 1, tried] as [number, readonly Case[]]))(
  "page %i of strangers runs nothing, asks nobody, covers nothing and books the same",
  async (_, tried) => {
    const outcome = await tryCases(browser, site, tried);
    expectHarmless(outcome);
    expect(outcome.calendars).toBe(tried.length + 1);
  },
);
