import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { openWorld, type World } from "../world/open-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const notice = (page: Page) => page.getByRole("region", { name: "Upgrade notice" });
const dayMs = 24 * 60 * 60 * 1000;

it("a dismissal is remembered over a reload, still on the 30th day, and no longer after it", async () => {
  const { page, context, reaches, events, close } = await world.openPage({ resourceId: resourceIds.noSlots });
  await reaches("ready");
  const dismissedAt = Date.now();
  await notice(page).getByRole("button", { name: "Dismiss" }).click();

  for (const [days, isShown] of [
    [0, false],
    [29.9, false],
    [30.1, true],
  ] as const) {
    await context.clock.setFixedTime(dismissedAt + days * dayMs);
    await page.reload();
    await reaches("ready");
    expect({ days, isShown: (await notice(page).count()) === 1 }).toEqual({ days, isShown });
    expect((await events()).some(({ name }) => name === "notice")).toBe(isShown);
  }
  await close();
});

it("where storage is denied the notice is dismissed for this visit, and nothing breaks", async () => {
  const { page, pageErrors, printed, reaches, close } = await world.openPage({
    resourceId: resourceIds.noSlots,
    // A document without an origin: any touch of its storage throws.
    headers: { "content-security-policy": "sandbox allow-scripts" },
    broker: (request) => world.passOn(request),
  });
  await reaches("ready");
  expect(await page.evaluate(() => window.origin)).toBe("null");
  await expect(page.evaluate(() => localStorage.length)).rejects.toThrow("SecurityError");

  await notice(page).getByRole("button", { name: "Dismiss" }).click();
  expect(await notice(page).count()).toBe(0);
  await page.reload();
  await reaches("ready");
  expect(await notice(page).count()).toBe(1);
  expect(pageErrors).toEqual([]);
  expect(printed).toEqual([]);
  await close();
});
