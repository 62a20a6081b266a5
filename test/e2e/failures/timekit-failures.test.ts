import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { findTraces } from "../traces/find-traces.ts";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { bookFirstSlot, visitor } from "../world/book-slot.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { expectHealthy } from "./expect-healthy.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => world.timekit.reset());
afterAll(() => world.close());

const questions = (visit: Visit): readonly (string | null)[] =>
  visit.requests
    .map((request) => new URL(request.url()))
    .filter(({ pathname }) => pathname === "/client-token")
    .map(({ searchParams }) => searchParams.get("renew"));
const calls = (path: string): number =>
  world.timekit.requests.filter((request) => request.method !== "OPTIONS" && request.path === path).length;

it("a token that Timekit refuses is renewed once, and then works", async () => {
  world.timekit.fail({ at: "findtime", as: "unauthorized", times: 1 });
  const visit = await world.openPage();
  await visit.reaches("ready");

  expect(questions(visit)).toEqual([null, "1"]);
  expect(await visit.errors()).toEqual([]);
  await expectHealthy(visit);
  await visit.close();
});

it("a token that Timekit refuses twice: unauthorized, and no third question", async () => {
  world.timekit.fail({ at: "findtime", as: "unauthorized" });
  const visit = await world.openPage();
  await visit.reaches("failed");

  expect(await visit.errors()).toMatchObject([{ code: "widget/unauthorized", retryable: true }]);
  expect(questions(visit)).toEqual([null, "1"]);
  expect(calls("/v2/findtime")).toBe(2);
  expect(await visit.page.getByRole("alert").isVisible()).toBe(true);
  await expectHealthy(visit);
  await visit.close();
});

const refusals = ["server-error", "rate-limited", "html-in-error", "html", "empty", "reset"] as const;

it.each(refusals)(
  "availability that fails (%s): the failure is on screen, and retry recovers",
  async (as) => {
    const restore = world.timekit.fail({ at: "findtime", as });
    const visit = await world.openPage();
    await visit.reaches("failed");

    expect(await visit.errors()).toMatchObject([{ code: "widget/failed", retryable: true }]);
    expect(await visit.page.getByRole("alert").isVisible()).toBe(true);
    expect(await visit.page.locator(".bookingjs-error:visible, img[onerror]").count()).toBe(0);
    expect(await visit.page.title()).toBe("Bicycle repairs");

    restore();
    await visit.page.getByRole("alert").getByRole("button").click();
    await visit.reaches("ready");
    expect(await visit.page.locator(".bookingjs-error").count()).toBe(0);
    await expectHealthy(visit);
    await visit.close();
  },
);

it("a time zone that fails takes nothing else with it", async () => {
  world.timekit.fail({ at: "timezone", as: "server-error" });
  const visit = await world.openPage({ resourceId: resourceIds.twoSlots });
  await visit.reaches("ready");

  expect(await visit.page.locator(".fc-event").count()).toBe(2);
  await expectHealthy(visit);
  await visit.close();
});

it.each(["html-in-error", "server-error"] as const)(
  "a booking that fails (%s): the form keeps what was typed, and a second try books",
  async (as) => {
    const restore = world.timekit.fail({ at: "bookings", as });
    const visit = await world.openPage({ resourceId: resourceIds.twoSlots });
    const { page } = visit;
    await visit.reaches("ready");
    await bookFirstSlot(page);
    const alert = page.getByRole("alert");
    await alert.waitFor();

    expect(await visit.errors()).toMatchObject([{ code: "widget/failed", retryable: true }]);
    expect(await alert.innerText()).toContain("did not go through");
    expect(await page.getByPlaceholder("Full name").inputValue()).toBe(visitor.name);
    expect(await page.getByPlaceholder("Comment").inputValue()).toBe(visitor.comment);
    expect(await page.locator(".bookingjs-error:visible, img[onerror]").count()).toBe(0);
    expect(await page.title()).toBe("Bicycle repairs");
    expect((await visit.events()).at(-1)?.name).toBe("error");

    restore();
    // v1 shows its own cross on the button for two seconds.
    await page.locator(".bookingjs-form:not(.error)").waitFor();
    await page.locator(".bookingjs-form-button").click();
    await page.locator(".bookingjs-form.success").waitFor();
    expect((await visit.events()).map(({ name }) => name)).toContain("booked");
    expect(await alert.count()).toBe(0);
    await expectHealthy(visit);
    await visit.close();
  },
);

it("a token that is refused when booking is renewed in place, without losing what was typed", async () => {
  world.timekit.fail({ at: "bookings", as: "unauthorized", times: 1 });
  const visit = await world.openPage({ resourceId: resourceIds.twoSlots });
  const { page } = visit;
  await visit.reaches("ready");
  await bookFirstSlot(page);
  await page.getByRole("alert").waitFor();
  await page.locator(".bookingjs-form:not(.error)").waitFor();
  expect(await page.getByPlaceholder("E-mail").inputValue()).toBe(visitor.email);
  await page.locator(".bookingjs-form-button").click();
  await page.locator(".bookingjs-form.success").waitFor();

  expect(questions(visit)).toEqual([null, "1"]);
  await expectHealthy(visit);
  await visit.close();
});

it("the token of a calendar that fails later is printed nowhere", async () => {
  world.timekit.fail({ at: "findtime", as: "html-in-error" });
  const visit = await world.openPage();
  await visit.reaches("failed");
  const [app] = world.timekit.world.apps;
  const resource = app?.resources.find(({ id }) => id === resourceIds.normal);
  const token = resource?.credentials.find(({ type }) => type === "client-token")?.token ?? "";

  const places = (await findTraces(visit, [token])).map(({ place }) => place);
  // It has to travel to Timekit, and may stand nowhere else.
  expect(places.filter((place) => place !== "request")).toEqual([]);
  expect(places).toContain("request");
  await visit.close();
});
