import { describe, expect, onTestFinished, test } from "vitest";
import { createDeferred } from "../../../src/loader/deferred.ts";
import type { ExamineRequest } from "../../../src/loader/owner-tools.ts";
import { canary, resourceId } from "./token/grant-body.ts";
import { onlyEmbedOf, openCalendar, openReadyCalendar } from "./world/open-calendar.ts";
import { grant, openPage, ordinary, parseLater } from "./world/open-page.ts";
import { createRecordingVendor } from "./world/recording-vendor.ts";

const booked = { bookingId: "b1", start: null, end: null, graph: "instant", state: "confirmed" };

describe("the ordinary way", () => {
  test("goes from the tag to slots on screen, and the page hears of each step", async () => {
    const { embed, heard, started } = openCalendar();
    const target = document.querySelector("#calendar");
    expect(embed).toMatchObject({ state: "authorizing", resourceId, target, widget: null });
    await expect.poll(() => started.length).toBe(1);
    expect(embed).toMatchObject({ state: "loading", widget: null });
    started[0]?.reports.onShown(3);
    await embed.ready;
    expect(embed.state).toBe("ready");
    expect(embed.widget).toBe(started[0]?.instance);
    expect(heard.map(({ name, detail }) => ({ name, detail }))).toEqual([
      { name: "notice", detail: { action: "shown" } },
      { name: "state", detail: { from: "waiting", to: "authorizing" } },
      { name: "state", detail: { from: "authorizing", to: "loading" } },
      { name: "state", detail: { from: "loading", to: "ready" } },
      { name: "availability", detail: { slots: 3 } },
      { name: "ready", detail: { resourceId } },
    ]);
    expect(heard.every((event) => event.target === target)).toBe(true);
  });

  test("asks the broker and fetches the vendor file at the same time", async () => {
    const answer = createDeferred<Response>();
    const { asked, requested, started } = openCalendar({ answer: () => answer.promise });
    await expect.poll(() => asked.length).toBe(1);
    expect(requested.map(({ src }) => src)).toEqual(["https://cdn.example/1.0.0/vendor/booking-1.24.2.js"]);
    expect(started).toEqual([]);
  });

  test("starts v1 with the grant, in its own element, with the page's options below the tag's", async () => {
    const world = openPage({ globals: { timekitBookingConfig: { name: "Page", apiToken: "theirs" } } });
    const tag = world.addTag({ ...ordinary, "data-target": "#calendar", "data-config": '{"name":"Tag"}' });
    world.run(tag);
    await expect.poll(() => world.started.length).toBe(1);
    const request = world.started[0]?.request;
    expect(request?.element).toBe(document.querySelector('[data-timekit-part="widget"]'));
    expect(request?.grant).toMatchObject({ token: canary, resource: { id: resourceId } });
    expect(request?.layers).toEqual([
      { config: { name: "Page", apiToken: "theirs" }, isTrusted: true },
      { config: { name: "Tag" }, isTrusted: true },
    ]);
    expect(request?.baseUrl).toBe(document.URL);
  });

  test("does not wait for the target, and v1 waits for it", async () => {
    const world = openPage({ html: "" });
    parseLater();
    const tag = world.addTag({ ...ordinary, "data-target": "#later" });
    const embed = onlyEmbedOf(world.run(tag));
    await expect.poll(() => embed.state).toBe("loading");
    expect([embed.target, world.started.length]).toEqual([null, 0]);
    expect(world.heard.every(({ target }) => target === tag)).toBe(true);
    document.body.insertAdjacentHTML("beforeend", '<div id="later"></div>');
    await expect.poll(() => world.started.length).toBe(1);
    expect(embed.target?.id).toBe("later");
  });

  test("is ready with no slots too", async () => {
    const { embed, heard, started } = openCalendar();
    await expect.poll(() => started.length).toBe(1);
    started[0]?.reports.onShown(0);
    await embed.ready;
    expect(heard.at(-2)?.detail).toEqual({ slots: 0 });
  });
});

describe("while it is ready", () => {
  test("each answer of Timekit is told, and ready only once", async () => {
    const { heard, started } = await openReadyCalendar();
    started[0]?.reports.onShown(2);
    expect(heard.slice(-2).map(({ name, detail }) => [name, detail])).toEqual([
      ["ready", { resourceId }],
      ["availability", { slots: 2 }],
    ]);
  });

  test("a booking is told", async () => {
    const { heard, started } = await openReadyCalendar();
    started[0]?.reports.onBooked(booked);
    expect(heard.at(-1)).toMatchObject({ name: "booked", detail: booked });
  });

  test("what v1 may not set is said to the owner by name", async () => {
    const { page, started } = await openReadyCalendar();
    started[0]?.reports.onIgnored("config.apiToken");
    expect(page.printed).toEqual([["warn", "[timekit-embed]", "Ignored:", "config.apiToken"]]);
  });

  test("a listener that throws breaks nothing", async () => {
    const thrown: unknown[] = [];
    const listen = (event: ErrorEvent) => void thrown.push(event.message);
    const fail = (): void => {
      throw new Error("from the page");
    };
    window.addEventListener("error", listen);
    document.addEventListener("timekit-embed:state", fail);
    onTestFinished(() => {
      window.removeEventListener("error", listen);
      document.removeEventListener("timekit-embed:state", fail);
    });
    const { embed } = await openReadyCalendar();
    expect(embed.state).toBe("ready");
    expect(thrown).toEqual(["from the page", "from the page", "from the page"]);
  });
});

test("a lazy calendar waits until its target nears the viewport", async () => {
  const world = openPage();
  const seen: {
    near: (entries: { isIntersecting: boolean }[]) => void;
    element?: Element;
    isOver: boolean;
  }[] = [];
  class RecordingObserver {
    readonly #record;
    constructor(near: (entries: { isIntersecting: boolean }[]) => void) {
      this.#record = { near, isOver: false };
      seen.push(this.#record);
    }
    observe(element: Element): void {
      Object.assign(this.#record, { element });
    }
    disconnect(): void {
      this.#record.isOver = true;
    }
  }
  const original = globalThis.IntersectionObserver;
  Object.assign(globalThis, { IntersectionObserver: RecordingObserver });
  const embed = onlyEmbedOf(
    world.run(world.addTag({ ...ordinary, "data-target": "#calendar", "data-lazy": "" })),
  );
  Object.assign(globalThis, { IntersectionObserver: original });
  expect(embed.state).toBe("waiting");
  expect(seen[0]?.element).toBe(embed.target);
  seen[0]?.near([{ isIntersecting: false }]);
  expect([embed.state, world.asked.length, world.requested.length]).toEqual(["waiting", 0, 0]);
  seen[0]?.near([{ isIntersecting: false }, { isIntersecting: true }]);
  expect([embed.state, seen[0]?.isOver]).toEqual(["authorizing", true]);
});

describe("data-debug", () => {
  const debugged = { ...ordinary, "data-target": "#calendar", "data-debug": "" };

  test("prints each state, and lets the owners' file examine the embed", async () => {
    const examined: ExamineRequest[] = [];
    const tools = {
      openGuide: () => undefined,
      examine: (request: ExamineRequest) => examined.push(request),
    };
    const vendor = createRecordingVendor();
    const scripts = [{ handsOver: vendor.vendor }, { handsOver: tools }];
    const world = openPage({ answer: grant, vendor, scripts });
    const tag = world.addTag(debugged);
    const embed = onlyEmbedOf(world.run(tag));
    await expect.poll(() => embed.state).toBe("loading");
    await expect.poll(() => examined).toMatchObject([{ tag, foundBy: "currentScript", embed }]);
    expect(world.page.printed).toEqual(
      ["authorizing", "loading"].map((state) => ["info", "[timekit-embed]", state]),
    );
    expect(world.requested.map(({ src }) => src)).toContain("https://cdn.example/1.0.0/owner.js");
  });

  test("says what is wrong with the owners' file, and harms no calendar", async () => {
    const world = openPage({ answer: grant });
    const embed = onlyEmbedOf(world.run(world.addTag(debugged)));
    const isError = ([level]: readonly unknown[]): boolean => level === "error";
    await expect
      .poll(() => world.page.printed.filter(isError), { timeout: 5000 })
      .toMatchObject([["error", "[timekit-embed]", "vendor/unusable", expect.any(String)]]);
    expect(embed.state).toBe("loading");
  });
});
