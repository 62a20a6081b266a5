import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Api } from "../../../src/loader/api.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageParts, writeDocument } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const place = '<div id="bookingjs"></div>';

const open = (body: (parts: PageParts) => string): Promise<Visit> =>
  world.openPage({ resourceId: resourceIds.oneSlot, html: (parts) => writeDocument(body(parts)) });

describe("somebody else", () => {
  it.each([
    ["empties the target", (target: Element): void => target.replaceChildren()],
    ["writes HTML into it", (target: Element): void => void (target.innerHTML = "<p>New</p>")],
    [
      "takes the calendar out",
      (target: Element): void => target.querySelector("[data-timekit-part=widget]")?.remove(),
    ],
  ])("%s: `state` says so, and a new calendar can be mounted there", async (_, empty) => {
    const visit = await open(({ tag }) => place + tag);
    await visit.reaches("ready");
    const embed = await visit.page.evaluateHandle(
      () => (Reflect.get(window, "TimekitEmbed") as Api).embeds[0],
    );
    await visit.page.locator("#bookingjs").evaluate(empty);
    const states = await embed.evaluate(async (embed, resourceId) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const api = Reflect.get(window, "TimekitEmbed") as Api;
      const left = api.embeds.length;
      const next = api.mount({ resourceId, target: "#bookingjs" });
      return [embed?.state, embed?.widget, left, next === embed, next.state];
    }, resourceIds.oneSlot);
    expect(states).toEqual(["destroyed", null, 0, false, expect.stringMatching(/waiting|authorizing/)]);
    expect(await visit.events()).toContainEqual({
      name: "state",
      detail: { from: "ready", to: "destroyed" },
    });
    await visit.close();
  });

  it("empties the target and mounts in the same turn: there is one calendar, the new one", async () => {
    const visit = await open(({ tag }) => place + tag);
    await visit.reaches("ready");
    await visit.page.evaluate((resourceId) => {
      const target = document.querySelector("#bookingjs");
      target?.replaceChildren();
      (Reflect.get(window, "TimekitEmbed") as Api).mount({ resourceId, target: "#bookingjs" });
    }, resourceIds.twoSlots);
    await expect.poll(() => visit.page.locator("#bookingjs .fc-event").count()).toBe(2);
    expect(await visit.page.locator("[data-timekit-part]").count()).toBe(3);
    await visit.close();
  });

  it("moves what is in the target, or takes the notice out: the calendar lives", async () => {
    const visit = await open(({ tag }) => `${place}<div id="other"></div>${tag}`);
    await visit.reaches("ready");
    await visit.page.evaluate(() => {
      const target = document.querySelector("#bookingjs");
      document.querySelector("[data-timekit-part=notice]")?.remove();
      const parts = [...(target?.children ?? [])];
      target?.replaceChildren();
      document.querySelector("#other")?.append(...parts);
      target?.append(...parts);
    });
    await visit.page.waitForTimeout(200);
    await visit.reaches("ready");
    expect(await visit.page.locator("#bookingjs > [data-timekit-part]").count()).toBe(2);
    expect(await visit.page.locator("#bookingjs .fc-event").count()).toBe(1);
    await visit.close();
  });
});
