import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { expectHealthy } from "../failures/expect-healthy.ts";
import { bookFirstSlot } from "../world/book-slot.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { markup, type Source, sources } from "./sources.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = async (options: Source["options"]): Promise<Visit> => {
  const { prepare, ...others } = options(world);
  const visit = await world.openPage({
    ...others,
    prepare: async (page, context) => {
      await page.addInitScript(() => Reflect.set(window, "ran", []));
      await prepare?.(page, context);
    },
  });
  await visit.page.waitForFunction(() => {
    const { embeds = [] } = Object(Reflect.get(window, "TimekitEmbed")) as { embeds?: { state: string }[] };
    return /ready|failed/.test(embeds[0]?.state ?? "");
  });
  return visit;
};

/** A visitor who writes HTML too; the browser's own check of the address is no protection. */
const book = async ({ page }: Visit): Promise<void> => {
  if ((await page.locator(".fc-event").count()) === 0) return;
  await page.evaluate(() =>
    document.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLInputElement) target.type = "text";
    }),
  );
  const placeholders = ["Full name", "E-mail", "Comment"];
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
  await page.locator(".fc-event").first().click();
  for (const placeholder of placeholders)
    await page.getByPlaceholder(placeholder).fill(`${markup(placeholder)}@example.org`);
  await page.locator(".bookingjs-form-button").click();
  await page.locator(".bookingjs-form.success, .bookingjs-form.error").waitFor();
};

/** What has run, after HTML that was planted last: its picture fails after those that came before. */
const readRan = async ({ page }: Visit): Promise<unknown> => {
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), markup("planted"));
  await page.waitForFunction(() => (Reflect.get(window, "ran") as string[]).includes("planted"));
  return page.evaluate(() => Reflect.get(window, "ran") as unknown);
};

it.concurrent.each(sources)("HTML from $name never runs, nor does a visitor's", async (source) => {
  const visit = await open(source.options);
  if (source.shownIn) await visit.page.locator(source.shownIn, { hasText: "img/src=" }).waitFor();
  await book(visit);

  expect(await readRan(visit)).toEqual(["planted"]);
  expect(await visit.page.locator("[data-timekit-part] img[onerror]").count()).toBe(0);
  await expectHealthy(visit);
  await visit.close();
});

it.concurrent("the address that a visitor has booked with is shown as a text", async () => {
  const visit = await open(() => ({ resourceId: resourceIds.twelveSlots }));
  await book(visit);
  await visit.page.locator(".bookingjs-form.success").waitFor();

  expect(await visit.page.locator(".booked-email").innerText()).toContain("img/src=");
  expect(await readRan(visit)).toEqual(["planted"]);
  await visit.close();
});

it.concurrent("what the owner writes into v1's texts stays HTML", async () => {
  const strings = { successMessageBody: `<b>Thanks</b>${markup("owners")}` };
  const visit = await open(() => ({
    resourceId: resourceIds.twoSlots,
    config: { localization: { strings } },
  }));
  await bookFirstSlot(visit.page);
  await visit.page.locator(".bookingjs-form.success").waitFor();

  expect(await readRan(visit)).toEqual(["owners", "planted"]);
  await visit.close();
});

it.concurrent("an Authorization value in the console would be seen", async () => {
  const visit = await open(() => ({}));
  await visit.page.evaluate(() => console.info({ headers: { Authorization: "Basic YTpi" } }));

  await expect(expectHealthy(visit)).rejects.toThrow("not to match");
  await visit.close();
});
