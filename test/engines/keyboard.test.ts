import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { views } from "../e2e/keyboard/open-calendar.ts";
import { openServers, type Servers } from "../e2e/world/open-servers.ts";
import { visitor } from "../e2e/world/book-slot.ts";
import { writeDocument } from "../e2e/world/write-page.ts";
import type { Engine, Key } from "./engine.ts";
import { launchWebkit } from "./launch-webkit.ts";

let servers: Servers;
beforeAll(async () => {
  servers = await openServers();
});
afterAll(() => servers.close());

const slotName = /^\d+:\d\d(am|pm) - \d+:\d\d(am|pm), \w+day, \w+ \d+, \d{4}$/;

/** Runs in the page: the name that we give to what has the focus. */
const readName = (): string => {
  const focused = document.activeElement;
  return focused?.getAttribute("aria-label") ?? focused?.id ?? "";
};

describe("WebKit", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await launchWebkit();
  });
  afterAll(() => engine.close());

  it.each(views.flatMap((view) => [false, true].map((isRTL) => ({ ...view, isRTL }))))(
    "books by keyboard alone in $view, right to left: $isRTL",
    async ({ width, config, isRTL }) => {
      servers.timekit.reset();
      const url = servers.publish({
        tag: { notice: "off" },
        config: { ...config, fullCalendar: { isRTL, ...(config["fullCalendar"] as object) } },
        // One window for all views: what is narrow is the page's column.
        html: ({ tag }) =>
          writeDocument(`<button id="before">Before</button><div style="max-width:${width}px">${tag}</div>`),
      });
      await engine.open(url);
      const name = () => engine.evaluate(readName, undefined);
      const reads = (pattern: RegExp) =>
        vi.waitFor(async () => expect(await name()).toMatch(pattern), { timeout: 25_000, interval: 100 });
      const press = async (...pressed: readonly Key[]): Promise<void> => {
        for (const key of pressed) await engine.press(key);
      };
      await vi.waitFor(
        async () =>
          expect(
            await engine.evaluate(
              () =>
                document.querySelector("[role=toolbar] [role=button]") !== null &&
                document.querySelector(".bookingjs-loading") === null,
              undefined,
            ),
          ).toBe(true),
        { timeout: 25_000, interval: 100 },
      );

      await engine.evaluate(() => document.getElementById("before")?.focus(), undefined);
      for (let stops = 0; stops < 6 && !slotName.test(await name()); stops += 1) await press("Tab");
      const first = await name();
      expect(first).toMatch(slotName);
      await press("ArrowDown");
      expect(await name()).not.toBe(first);
      await press(isRTL ? "ArrowLeft" : "ArrowRight", "PageDown", "PageUp");
      const slot = await name();
      expect(slot).toMatch(slotName);

      await press("Enter");
      await reads(/^Full name$/);
      await press("Escape");
      await reads(slotName);
      expect(await name()).toBe(slot);
      await press("Enter");
      await reads(/^Full name$/);
      await engine.type(".bookingjs-form [name=name]", visitor.name);
      await press("Tab");
      await reads(/^E-mail$/);
      await engine.type(".bookingjs-form [name=email]", visitor.email);
      await press("Enter");
      await reads(/^Close$/);
      await press("Enter");
      await reads(slotName);
      expect(await name()).not.toBe(slot);
    },
  );
});
