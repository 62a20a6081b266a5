import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Api } from "../../../src/loader/api.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument, writeTag } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A comment with so many containers, each for a resource that the broker has not seen. */
const writeComment = (count: number, attributes: string): string =>
  `<section>${Array.from({ length: count }, () => `<i data-timekit-resource-id="${randomUUID()}" ${attributes}></i>`).join("")}</section>`;

/** Runs in the page before its scripts: the longest time for which nothing else could run. */
const watchGaps = (): void => {
  const gaps = { longestMs: 0 };
  Reflect.set(window, "gaps", gaps);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) gaps.longestMs = Math.max(gaps.longestMs, duration);
  }).observe({ type: "longtask", buffered: true });
};

describe.each([
  ["as they come", ""],
  ["without a height, all in one place", 'data-min-height="0px" style="position:absolute;top:0;left:0"'],
  ["each of which starts by itself, it says", 'data-start="auto" data-lazy="false"'],
])("a comment with 1,000 containers, %s", (_, attributes) => {
  it.each(["a tag that is lazy", "a tag", "mount()"])(
    "leaves the owner's calendar alone: %s",
    async (kind) => {
      const { page, requests, pageErrors, close } = await world.openPage({
        prepare: (page) => page.addInitScript(watchGaps),
        html: ({ brokerUrl, config }) => {
          const tag = {
            "resource-id": kind === "mount()" ? null : resourceIds.oneSlot,
            "broker-url": brokerUrl,
            target: "#own",
            config,
            lazy: kind === "a tag that is lazy" ? "" : null,
          };
          return writeDocument(
            `${writeComment(1000, attributes)}<div id="own"></div>${writeTag(tag)}`,
            "<style>i { display: block }</style>",
          );
        },
      });
      await page.waitForFunction(() => Reflect.get(window, "TimekitEmbed") !== undefined);
      await page.waitForTimeout(2000);
      if (kind === "mount()")
        await page.evaluate((resourceId) => {
          (Reflect.get(window, "TimekitEmbed") as Api).mount({ resourceId, target: "#own" });
        }, resourceIds.oneSlot);
      const startedAt = Date.now();
      await page.evaluate(() => document.querySelector("#own")?.scrollIntoView());
      await page.locator("#own .fc-event").waitFor({ timeout: 15_000 });
      const readyMs = Date.now() - startedAt;
      const asked = requests.filter((request) => request.url().includes("/client-token")).length;
      const { longestMs } = await page.evaluate(
        () => Reflect.get(window, "gaps") as { readonly longestMs: number },
      );
      process.stdout.write(
        `${attributes || "plain"}, ${kind}: ready after ${readyMs} ms, ${asked} requests, longest task ${longestMs} ms\n`,
      );
      expect(asked).toBeLessThanOrEqual(25);
      expect(readyMs).toBeLessThan(5000);
      expect(longestMs).toBeLessThan(1000);
      expect(pageErrors).toEqual([]);
      await close();
    },
  );
});
