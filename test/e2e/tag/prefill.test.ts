import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { bookFirstSlot, visitor } from "../world/book-slot.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A page that was opened with this query. */
const openAt = (query: string, tag: Readonly<Record<string, string>>, config = {}) =>
  world.openPage({
    resourceId: resourceIds.twelveSlots,
    tag,
    config,
    html: (parts) =>
      writeDocument(`<script>history.replaceState(null, "", ${JSON.stringify(query)})</script>${parts.tag}`),
  });

const markup = `"><img src=x onerror="document.ran=1">`;
const query = `?customer.name=${encodeURIComponent(markup)}&customer.email=jane%40example.org&customer.comment=No`;

it("the page's address fills the fields that the owner names, as text, and sends nothing", async () => {
  const { page, reaches, requests, close } = await openAt(query, { prefill: "name,email,phone" });
  await reaches("ready");
  await page.locator(".fc-event").first().click();

  expect(await page.getByPlaceholder("Full name").inputValue()).toBe(markup);
  expect(await page.getByPlaceholder("E-mail").inputValue()).toBe("jane@example.org");
  expect(await page.getByPlaceholder("Comment").inputValue()).toBe("");
  expect(await page.locator("img[src=x]").count()).toBe(0);
  expect(await page.evaluate(() => "ran" in document)).toBe(false);
  expect(requests.filter((request) => request.url().includes("/bookings"))).toEqual([]);
  await close();
});

const bookingFields = {
  name: { prefilled: "Owner's" },
  email: { prefilled: "locked@example.org", locked: true },
};

it.each([
  [
    "a field that the owner has locked or filled stays",
    { prefill: "name,email" },
    { bookingFields },
    ["Owner's", "locked@example.org"],
  ],
  ["nothing is filled without the option", {}, {}, ["", ""]],
] as const)("%s", async (_, tag, config, expected) => {
  const { page, reaches, close } = await openAt(query, tag, config);
  await reaches("ready");
  await page.locator(".fc-event").first().click();
  expect([
    await page.getByPlaceholder("Full name").inputValue(),
    await page.getByPlaceholder("E-mail").inputValue(),
  ]).toEqual(expected);
  await close();
});

it("a booking is in the data layer once, without anything of the visitor", async () => {
  const { page, reaches, events, close } = await openAt("?", { "data-layer": "dataLayer" });
  await reaches("ready");
  await bookFirstSlot(page);
  await page.locator(".bookingjs-form.success").waitFor();
  const layer = await page.evaluate(() => Reflect.get(window, "dataLayer") as { event: string }[]);

  expect(layer.map(({ event }) => event)).toEqual(["timekit_embed_ready", "timekit_embed_booked"]);
  const told = (await events()).find(({ name }) => name === "booked")?.detail;
  expect(layer[1]).toEqual({ event: "timekit_embed_booked", ...(told as object) });
  for (const text of Object.values(visitor)) expect(JSON.stringify(layer)).not.toContain(text);
  await close();
});
