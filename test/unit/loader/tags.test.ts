import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createDeferred } from "../../../src/loader/deferred.ts";
import { resourceId } from "./token/grant-body.ts";
import { onlyEmbedOf } from "./world/open-calendar.ts";
import {
  brokerUrl,
  container,
  defaults,
  grant,
  loaderSrc,
  nextTasks,
  openPage,
  ordinary,
  otherId,
} from "./world/open-page.ts";

const codeOf = async (ready: Promise<void> | undefined): Promise<unknown> => {
  const error: unknown = await ready?.catch((error: unknown) => error);
  return Object(error).code;
};

describe("a tag", () => {
  test("has its options in attributes, which win over the query of its src", async () => {
    const world = openPage();
    const query = new URLSearchParams({
      "resource-id": otherId,
      "broker-url": brokerUrl,
      target: "#calendar",
    });
    const tag = world.addTag({ src: `${loaderSrc}?${query}`, "data-resource-id": resourceId });
    const embed = onlyEmbedOf(world.run(tag));
    expect(embed.resourceId).toBe(resourceId);
    expect(embed.target?.id).toBe("calendar");
    await expect.poll(() => world.asked.length).toBe(1);
  });

  test("in the head without a place is config/no-target, told at the tag", async () => {
    const world = openPage({ html: "" });
    const tag = world.addTag(ordinary, document.head);
    const embed = onlyEmbedOf(world.run(tag));
    expect(await codeOf(embed.ready)).toBe("config/no-target");
  });

  test("takes the vendor file from beside itself, or from where it is told", async () => {
    const world = openPage();
    const vendorUrl = "https://files.example/v1.js";
    world.run(world.addTag({ ...ordinary, "data-target": "#calendar", "data-vendor-url": vendorUrl }));
    await expect.poll(() => world.requested.map(({ src }) => src)).toEqual([vendorUrl]);
  });

  test("without an address cannot know where the vendor file is, and says which option helps", async () => {
    const world = openPage();
    const inline = {
      "data-resource-id": resourceId,
      "data-broker-url": brokerUrl,
      "data-target": "#calendar",
    };
    const embed = onlyEmbedOf(world.run(world.addTag(inline)));
    await expect(embed.ready).rejects.toThrow("data-vendor-url");
  });

  test("with a resource twice is two calendars, which share one token and one vendor file", async () => {
    const bothAreThere = createDeferred();
    const answer = async (request: Request): Promise<Response> => {
      await bothAreThere.promise;
      return grant(request);
    };
    const world = openPage({ html: '<div id="calendar"></div><div id="other"></div>', answer });
    world.addTag({ ...ordinary, "data-target": "#calendar" });
    world.addTag({ ...ordinary, "data-resource-id": resourceId.toUpperCase(), "data-target": "#other" });
    const api = world.run();
    await expect.poll(() => world.asked.length).toBe(1);
    await nextTasks();
    bothAreThere.resolve();
    await expect.poll(() => world.started.length).toBe(2);
    expect([api.embeds.length, world.asked.length, world.requested.length]).toEqual([2, 1, 1]);
  });

  test("fills #bookingjs where nothing else is said, each one once", () => {
    const world = openPage({ html: '<div id="bookingjs"></div>' });
    const [first, second] = [world.addTag(), world.addTag()];
    const [one, two] = world.run().embeds;
    expect(one?.target?.id).toBe("bookingjs");
    expect(two?.target).toBe(second.nextElementSibling);
    expect(first.nextElementSibling).toBe(second);
  });

  test("fills the page's own v1 target, which is read and not changed", () => {
    const config = Object.freeze({ targetEl: "#calendar" });
    const world = openPage({
      html: '<div id="bookingjs"></div><div id="calendar"></div>',
      globals: { timekitBookingConfig: config },
    });
    expect(onlyEmbedOf(world.run(world.addTag())).target?.id).toBe("calendar");
  });

  test("has no v1 configuration in an element of that name", async () => {
    const link = document.createElement("a");
    Object.assign(link, { targetEl: "#calendar" });
    const world = openPage({
      html: '<div id="calendar"></div><div id="bookingjs"></div>',
      globals: { timekitBookingConfig: link },
    });
    expect(onlyEmbedOf(world.run(world.addTag())).target?.id).toBe("bookingjs");
    await expect.poll(() => world.started[0]?.request.layers[0]).toEqual({ config: {}, isTrusted: true });
  });
});

describe("a tag without a resource", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("mounts nothing, and is warned of 5 s after the page has loaded, without an event", () => {
    const world = openPage({ html: "" });
    const api = world.run(world.addTag(defaults));
    expect(api.embeds).toEqual([]);
    vi.advanceTimersByTime(4999);
    expect(world.page.printed).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(world.page.printed).toEqual([
      ["warn", "[timekit-embed]", "config/no-resource-id", expect.any(String)],
    ]);
    expect(world.heard).toEqual([]);
  });

  test("waits for the page's load event before it counts", () => {
    const readyState = vi
      .spyOn(Object.getPrototypeOf(document) as Document, "readyState", "get")
      .mockReturnValue("interactive");
    const world = openPage({ html: "" });
    world.run(world.addTag(defaults));
    vi.advanceTimersByTime(60_000);
    expect(world.page.printed).toEqual([]);
    window.dispatchEvent(new Event("load"));
    vi.advanceTimersByTime(5000);
    expect(world.page.printed).toHaveLength(1);
    readyState.mockRestore();
  });

  test.each(["a container", "mount()", "the queue"])("says nothing where there is %s", (user) => {
    const world = openPage({ html: user === "a container" ? container(resourceId) : "<div></div>" });
    const api = world.run(world.addTag(defaults));
    vi.advanceTimersByTime(4000);
    if (user === "mount()") api.mount({ resourceId, target: "div" });
    if (user === "the queue") api.push(() => undefined);
    vi.advanceTimersByTime(5000);
    expect(world.page.printed.flat()).not.toContain("config/no-resource-id");
  });

  test("has the defaults for containers and mount()", () => {
    const world = openPage({ html: `${container(otherId)}<div id="calendar"></div>` });
    const api = world.run(world.addTag({ ...defaults, "data-notice": "off" }));
    api.mount({ resourceId, target: "#calendar" });
    expect(api.embeds.map(({ state }) => state)).toEqual(["authorizing", "authorizing"]);
    expect(world.heard.filter(({ name }) => name === "notice")).toEqual([]);
  });
});

describe("relative addresses", () => {
  test("are relative to the page", async () => {
    const world = openPage();
    world.run(world.addTag({ ...ordinary, "data-target": "#calendar", "data-broker-url": "/client-token" }));
    await expect
      .poll(() => world.asked[0]?.href)
      .toBe(`${location.origin}/client-token?resource_id=${resourceId}`);
  });
});
