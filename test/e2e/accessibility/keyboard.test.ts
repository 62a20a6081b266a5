import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { readAccessibility, flatten } from "../world/read-accessibility.ts";
import { writeDocument } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What has the focus, shadow roots included, and whether it shows. */
const readFocus = (page: Page): Promise<{ text: string; part: string | undefined; hasOutline: boolean }> =>
  page.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer?.shadowRoot?.activeElement ?? outer;
    const style = getComputedStyle(inner ?? document.body);
    return {
      text: inner === document.body ? "(body)" : (inner?.textContent ?? ""),
      part: outer?.closest<HTMLElement>("[data-timekit-part]")?.dataset["timekitPart"],
      hasOutline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    };
  });

const open = () =>
  world.openPage({
    resourceId: resourceIds.noSlots,
    tag: { "upgrade-url": "guide" },
    files: { guide: () => new Response("the guide") },
    html: ({ tag }) => writeDocument(`<button id="before">Before</button>${tag}<a href="#after">After</a>`),
  });

it("Tab goes from the page over the notice's link and button into the calendar, and each shows its focus", async () => {
  const { page, reaches, close } = await open();
  await reaches("ready");
  await page.locator("#before").focus();
  const stops = [];
  for (let stop = 0; stop < 3; stop += 1) {
    await page.keyboard.press("Tab");
    stops.push(await readFocus(page));
  }

  expect(stops).toMatchObject([
    { text: "Move to v2", part: "notice", hasOutline: true },
    { text: "Dismiss", part: "notice", hasOutline: true },
    { part: "widget" },
  ]);
  await page.keyboard.press("Shift+Tab");
  expect(await readFocus(page)).toMatchObject({ text: "Dismiss" });
  await close();
});

it("Enter follows the link in a new tab, which knows nothing of this one", async () => {
  const { page, context, reaches, events, close } = await open();
  await reaches("ready");
  await page.locator("#before").focus();
  await page.keyboard.press("Tab");
  const [guide] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("Enter")]);
  await guide.waitForLoadState();

  expect(await guide.textContent("body")).toBe("the guide");
  expect(await guide.evaluate(() => window.opener as unknown)).toBeNull();
  expect(await events()).toContainEqual({ name: "notice", detail: { action: "followed" } });
  await close();
});

it("Space dismisses the notice, and the focus goes on at the calendar instead of the page's top", async () => {
  const { page, reaches, events, close } = await open();
  await reaches("ready");
  await page.getByRole("button", { name: "Dismiss" }).focus();
  await page.keyboard.press("Space");

  expect(await page.getByRole("region", { name: "Upgrade notice" }).count()).toBe(0);
  expect(await readFocus(page)).toMatchObject({ part: "widget" });
  // The part itself; v1's first button comes next.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("DIV");
  expect(await events()).toContainEqual({ name: "notice", detail: { action: "dismissed" } });
  await page.keyboard.press("Tab");
  expect(await readFocus(page)).toMatchObject({ part: "widget" });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BUTTON");
  await close();
});

it("a failure and a loading calendar are announced", async () => {
  let answer: (response: Response) => void = () => undefined;
  const { page, reaches, close } = await world.openPage({
    broker: () => new Promise<Response>((resolve) => (answer = resolve)),
  });
  await page.getByRole("status").waitFor();
  const loading = flatten(await readAccessibility(page)).find(({ role }) => role === "status");
  expect(flatten(loading?.children ?? []).map(({ name }) => name)).toContainEqual(
    expect.stringContaining("Loading the calendar"),
  );

  answer(new Response(null, { status: 418, headers: { "access-control-allow-origin": "*" } }));
  await reaches("failed");
  const failed = flatten(await readAccessibility(page)).find(({ role }) => role === "alert");
  expect(flatten(failed?.children ?? []).map(({ role, name }) => `${role}: ${name}`)).toEqual(
    expect.arrayContaining(["StaticText: The calendar cannot be shown at the moment.", "button: Try again"]),
  );
  await close();
});
