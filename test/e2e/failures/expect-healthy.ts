import { expect } from "vitest";
import type { Visit } from "../world/open-visit.ts";

/** Whatever failed: nothing is unhandled, the page's own scripts and timers run, and no credential was printed. */
export const expectHealthy = async (visit: Visit): Promise<void> => {
  expect(visit.pageErrors).toEqual([]);
  const unhandled = await visit.page.evaluate(() =>
    (Reflect.get(window, "heard") as { events: Event[] }).events
      .filter((event) => event instanceof ErrorEvent || event instanceof PromiseRejectionEvent)
      .map(({ type }) => type),
  );
  expect(unhandled).toEqual([]);
  expect(await visit.page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve("alive"))))).toBe(
    "alive",
  );
  const printed = await visit.page.evaluate(() =>
    JSON.stringify((Reflect.get(window, "heard") as { printed: unknown[] }).printed),
  );
  expect(printed + visit.printed.join("\n")).not.toMatch(/authorization|basic /i);
};
