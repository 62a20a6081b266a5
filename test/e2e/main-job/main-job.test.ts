import { afterAll, beforeAll, expect, it } from "vitest";
import type { RecordedRequest } from "../../../demo/timekit/recording.ts";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { readSlots } from "../slots/read-slots.ts";
import { bookFirstSlot, visitor } from "../world/book-slot.ts";
import type { HeardEvent, Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { expectedBooking, expectedCalls, expectedEvents } from "./expected-story.ts";
import { type AccessibleNode, flatten, readAccessibility } from "../world/read-accessibility.ts";

/** What is left of one whole visit: from the page to the booking, and back to the calendar. */
interface Story {
  readonly accessible: readonly AccessibleNode[];
  readonly slotsBefore: number;
  readonly slotsAfter: number;
  /** The calls of the page, the broker's own and preflights excluded. */
  readonly calls: readonly RecordedRequest[];
  readonly events: readonly HeardEvent[];
}

let world: World;
let visit: Visit;
let story: Story;
beforeAll(async () => {
  world = await openWorld();
  visit = await world.openPage({ resourceId: resourceIds.twelveSlots });
  const { page } = visit;
  await visit.reaches("ready");
  const accessible = flatten(await readAccessibility(page));
  const slotsBefore = (await page.evaluate(readSlots)).length;
  await bookFirstSlot(page);
  await page.locator(".bookingjs-form.success").waitFor();
  // v1 asks for the free times again when its form is closed with the cross, though not with Escape.
  await page.locator(".bookingjs-bookpage-close").click();
  await page.waitForFunction((count) => document.querySelectorAll(".fc-event").length < count, slotsBefore);
  const calls = world.timekit.requests.filter(
    ({ method, basic }) => method !== "OPTIONS" && basic?.user !== "",
  );
  const slotsAfter = (await page.evaluate(readSlots)).length;
  story = { accessible, slotsBefore, slotsAfter, calls, events: await visit.events() };
});
afterAll(() => world.close());

const resource = () => {
  const [app] = world.timekit.world.apps;
  const found = app?.resources.find(({ id }) => id === resourceIds.twelveSlots);
  const token = found?.credentials.find(({ type }) => type === "client-token")?.token;
  return { app: app?.slug, email: found?.email, token };
};

it("page, broker and Timekit stand on three origins", () => {
  expect(new Set([world.pageOrigin, world.brokerOrigin, world.timekitOrigin]).size).toBe(3);
  const asked = new Set(visit.requests.map((request) => new URL(request.url()).origin));
  expect([...asked].sort()).toEqual([world.pageOrigin, world.brokerOrigin, world.timekitOrigin].sort());
});

it("Timekit hears exactly the calls that v1 makes", () => {
  const { email } = resource();
  expect(story.calls.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual(
    expectedCalls(email),
  );
  const [findTime, , booking] = story.calls;
  expect(findTime?.body).toEqual({ emails: [email], future: "4 weeks", length: "1 hour" });
  expect(booking?.body).toMatchObject(expectedBooking);
});

it("each call carries the resource's client-token and the app's slug", () => {
  const { app, email, token } = resource();
  for (const { path, basic, headers } of story.calls) {
    expect({ path, basic }).toEqual({ path, basic: { user: email, password: token } });
    expect(headers["timekit-app"]).toBe(app);
    expect(headers.origin).toBe(world.pageOrigin);
  }
});

it("the booked slot is gone from the calendar", () => {
  expect(story.slotsBefore).toBe(12);
  expect(story.slotsAfter).toBe(11);
});

it("the page hears what happened, in order", () => {
  expect(story.events).toEqual(expectedEvents);
});

it("no event carries the token, the resource's address or what the visitor typed", () => {
  const { email, token } = resource();
  const told = JSON.stringify(story.events);
  for (const secret of [email, token, visitor.name, visitor.email, visitor.comment]) {
    expect(told).not.toContain(secret);
  }
});

it("nothing is printed and nothing throws", () => {
  expect(visit.printed).toEqual([]);
  expect(visit.pageErrors).toEqual([]);
});

it("the upgrade notice is on screen and has a name, its link and its button for screen readers", async () => {
  const notice = story.accessible.find(({ name }) => name === "Upgrade notice");
  expect(notice?.role).toBe("region");
  const parts = flatten(notice?.children ?? []).map(({ role, name }) => ({ role, name }));
  expect(parts).toContainEqual({ role: "link", name: "Move to v2" });
  expect(parts).toContainEqual({ role: "button", name: "Dismiss" });
  expect(parts).toContainEqual({ role: "StaticText", name: expect.stringContaining("Booking.js v1") });
  await expect(visit.page.getByRole("region", { name: "Upgrade notice" }).isVisible()).resolves.toBe(true);
});
