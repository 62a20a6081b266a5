import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../../tools/chromium.ts";
import { type Case, representativeCases, toPages } from "./cases.ts";
import { expectHarmless } from "./expect-harmless.ts";
import { openStrangerSite, type StrangerSite } from "./stranger-site.ts";
import { type Outcome, tryCases } from "./try-cases.ts";

let browser: Browser;
let site: StrangerSite;
const outcomes: Outcome[] = [];
const told: Case = {
  name: "a container that asks for much",
  place: "container",
  attributes: { "data-nonce": "evil", "data-config": '{"widgetId":"evil","fullCalendar":{"events":"x"}}' },
};
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), openStrangerSite()]);
  for (const tried of toPages([...representativeCases, told]))
    outcomes.push(await tryCases(browser, site, tried));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it("strangers run nothing, ask nobody, cover nothing and change no booking", () => {
  expect(representativeCases.length).toBeGreaterThanOrEqual(12);
  for (const outcome of outcomes) expectHarmless(outcome);
});

it("the owner reads in one line what a container may not set, and how to allow it", () => {
  const lines = outcomes.flatMap(({ printed }) => printed).filter((line) => line.includes("data-nonce"));
  expect(lines).toEqual([
    '[timekit-embed] Ignored: data-nonce, config.widgetId, config.fullCalendar.events of the container: only with data-containers="trusted" on the tag',
  ]);
});
