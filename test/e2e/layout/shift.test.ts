import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDist } from "../../tools/dist.ts";
import { fileHeaders } from "../world/open-servers.ts";
import type { Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { serveHeld } from "../hosts/serve-files.ts";
import { writeDocument } from "../world/write-page.ts";

let world: World;
let loader: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  loader = new Uint8Array(await readDist("loader.js"));
  world = await openWorld();
});
afterAll(() => world.close());

/** A resource with a picture, for which v1 keeps a margin, on a page that is painted before the loader comes, with text below the calendar. */
const open = (options: { readonly notice: "on" | "off"; readonly room: string }): Promise<Visit> => {
  const { held, release } = serveHeld(() => new Response(loader, { headers: fileHeaders }));
  return world.openPage({
    tag: { notice: options.notice },
    html: ({ tag }) =>
      writeDocument(
        `<script>requestAnimationFrame(() => requestAnimationFrame(() => fetch("painted")));</script>
        <h1>Book</h1><div id="bookingjs" style="min-height: ${options.room}"></div>${tag}
        <p id="after">${"Open from nine to five. ".repeat(200)}</p>`,
      ),
    files: { "dist/loader.js": held, painted: release },
    prepare: (_, context) => context.addInitScript(watchShifts),
  });
};

/** The shifts so far, once v1 has drawn everything and the browser has painted it. */
const readShifts = async ({ page }: Visit): Promise<readonly Shift[]> => {
  await page.locator(".bookingjs-loading").waitFor({ state: "detached" });
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    // Browsers tell of what was painted in a task of low priority.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
    return Reflect.get(window, "shifts") as Shift[];
  });
};

describe.each(["on", "off"] as const)("with the notice %s", (notice) => {
  it("nothing moves where the page keeps room for the calendar", async () => {
    const visit = await open({ notice, room: "800px" });
    await visit.reaches("ready");

    expect(await readShifts(visit)).toEqual([]);
    await visit.close();
  });

  it("the text below moves where the page keeps no room, and nothing of ours", async () => {
    const visit = await open({ notice, room: "0" });
    await visit.reaches("ready");
    const shifts = await readShifts(visit);

    expect(new Set(shifts.flatMap(({ moved }) => moved))).toEqual(new Set(["after"]));
    await visit.close();
  });
});

it("a dismissal moves the calendar up once, by the visitor's own doing", async () => {
  const visit = await open({ notice: "on", room: "800px" });
  await visit.reaches("ready");
  const calendar = visit.page.locator(".bookingjs-calendar");
  const before = await calendar.boundingBox();
  await visit.page.getByRole("button", { name: "Dismiss" }).click();
  const shifts = await readShifts(visit);

  expect(shifts.filter(({ isExpected }) => !isExpected)).toEqual([]);
  expect(shifts).toHaveLength(1);
  expect((await calendar.boundingBox())?.y).toBeLessThan(before?.y ?? 0);
  await visit.close();
});

/** One jump of content that was on screen. */
interface Shift {
  /** Its part of the cumulative layout shift. */
  readonly value: number;
  /** Within half a second of a click or key: such shifts are expected and do not count. */
  readonly isExpected: boolean;
  /** What has moved, by its id or the part of ours that it stands in. */
  readonly moved: readonly string[];
}

/** Runs in the page before its scripts: writes the shifts to `shifts`, as Chromium reports them. */
const watchShifts = (): void => {
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  const shifts: Shift[] = [];
  Reflect.set(window, "shifts", shifts);
  const nameOf = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const part = element?.closest<HTMLElement>("[data-timekit-part]");
    return part?.dataset["timekitPart"] ?? element?.id ?? "";
  };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
      shifts.push({ value, isExpected: hadRecentInput, moved: sources.map(({ node }) => nameOf(node)) });
    }
  }).observe({ type: "layout-shift", buffered: true });
};
