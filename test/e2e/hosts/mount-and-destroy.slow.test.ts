import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Api } from "../../../src/loader/api.ts";
import type { Heard, Visit } from "../world/open-visit.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { writeDocument } from "../world/write-page.ts";
import { defaultAttributes, mountOptions, writeLoader, writeScript } from "./host-script.ts";

/** What is there while nothing is mounted. */
interface Footprint extends Live {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly styleSheets: number;
  readonly globals: readonly string[];
}

let world: World;
let visit: Visit;
let early: Footprint;
let late: Footprint;
beforeAll(async () => {
  world = await openWorld();
  visit = await world.openPage({
    resourceId: resourceIds.twoSlots,
    prepare: (page) => page.addInitScript(countLive),
    html: (parts) =>
      writeDocument(
        `<section><b>Call us</b></section>
         ${writeLoader(parts, defaultAttributes(parts))}
         ${writeScript(
           {},
           `document.options = ${mountOptions(parts, { target: "section" })};
            // Says that the page uses the loader, as its mounts come later.
            TimekitEmbed.push(() => undefined);`,
         )}`,
      ),
  });
  const session = await visit.context.newCDPSession(visit.page);
  await visit.page.evaluate(comeAndGo, 20);
  early = await readFootprint(visit, session);
  await visit.page.evaluate(comeAndGo, 180);
  late = await readFootprint(visit, session);
}, 500_000);
afterAll(() => world.close());

it("two hundred calendars that come and go leave no node, listener, timer, observer, global or sheet", () => {
  const after = { ...late, heapBytes: early.heapBytes };
  expect(after).toEqual(early);
  // v1's one style element stays, for the next calendar.
  expect(after).toMatchObject({ timers: 0, styleSheets: 1 });
});

it("the heap grows by a megabyte at most after the first twenty", () => {
  console.info(`heap after 20: ${early.heapBytes} bytes, after 200: ${late.heapBytes} bytes`);
  expect(late.heapBytes - early.heapBytes).toBeLessThan(1024 * 1024);
});

it("the target holds again what it held, and nothing was thrown", async () => {
  expect(await visit.page.locator("section").innerHTML()).toBe("<b>Call us</b>");
  expect(visit.pageErrors).toEqual([]);
});

it("nothing is printed", () => {
  expect(visit.printed).toEqual([]);
});

/** Runs in the page: mounts a calendar, waits until it is ready, destroys it, and again. */
const comeAndGo = async (times: number): Promise<void> => {
  const api = Reflect.get(window, "TimekitEmbed") as Api;
  const options = Reflect.get(document, "options") as Parameters<Api["mount"]>[0];
  for (let time = 0; time < times; time += 1) {
    const embed = api.mount(options);
    await embed.ready;
    embed.destroy();
  }
};

const readFootprint = async (visit: Visit, session: CDPSession): Promise<Footprint> => {
  // The tests' own watch holds on to every event and shadow root, and v1 fades its loading screen away.
  await visit.page.waitForFunction(() => (Reflect.get(document, "live") as Live).timers === 0);
  await visit.page.evaluate(() => {
    const { events, roots, printed } = Reflect.get(window, "heard") as Heard;
    for (const list of [events, roots, printed]) list.length = 0;
  });
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const inPage = await visit.page.evaluate(() => ({
    ...(Reflect.get(document, "live") as { timers: number; observers: number }),
    styleSheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    globals: Object.getOwnPropertyNames(window),
  }));
  return { ...inPage, heapBytes: usedSize, nodes, listeners: jsEventListeners };
};

/** What a page has set going and not ended yet. */
interface Live {
  readonly timers: number;
  readonly observers: number;
}

/** Runs in a page before its scripts: counts timers and observers; `live` on the document reads the counts. */
const countLive = (): void => {
  const timers = new Set<unknown>();
  let observing = 0;

  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const setCounted = ((run: () => void, ms?: number, ...values: unknown[]) => {
    const timer: unknown = setTimeout(
      (...given: unknown[]) => {
        timers.delete(timer);
        Reflect.apply(run, window, given);
      },
      ms,
      ...values,
    );
    timers.add(timer);
    return timer;
  }) as typeof setTimeout;
  const end =
    (clear: typeof clearTimeout): typeof clearTimeout =>
    (timer) => {
      timers.delete(timer);
      clear(timer);
    };
  Object.assign(window, {
    setTimeout: setCounted,
    clearTimeout: end(clearTimeout),
    clearInterval: end(clearInterval),
    setInterval: ((...given: Parameters<typeof setInterval>) => {
      const timer = setInterval(...given);
      timers.add(timer);
      return timer;
    }) as typeof setInterval,
  });

  for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const active = new WeakSet();
    const { observe, disconnect } = prototype;
    Object.assign(prototype, {
      observe(this: object, ...given: unknown[]) {
        if (!active.has(this)) observing += 1;
        active.add(this);
        Reflect.apply(observe, this, given);
      },
      disconnect(this: object) {
        if (active.delete(this)) observing -= 1;
        Reflect.apply(disconnect, this, []);
      },
    });
  }
  Object.defineProperty(document, "live", {
    get: (): Live => ({ timers: timers.size, observers: observing }),
  });
};
