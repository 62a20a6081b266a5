import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Api } from "../../../src/loader/api.ts";
import { boot } from "../../../src/loader/boot.ts";
import { resourceId } from "./token/grant-body.ts";
import { grant, openPage, ordinary, type PageWorld } from "./world/open-page.ts";

describe("boot", () => {
  /** What stands at `window.TimekitEmbed`. */
  const globalOf = ({ page }: PageWorld): unknown => Object(page.window).TimekitEmbed;

  const targeted = { ...ordinary, "data-target": "#calendar" };

  test("the API stands at window.TimekitEmbed", () => {
    const world = openPage();
    const api = world.run(world.addTag(targeted));
    expect(globalOf(world)).toBe(api);
    expect(api.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(api.embeds).toHaveLength(1);
  });

  describe("the queue", () => {
    test("is run in its order, after the tag, and a callback that throws or is none breaks nothing", () => {
      const calls: unknown[] = [];
      const error = new Error("from the page");
      const queue = [
        (api: Api) => void calls.push(["first", api.embeds.length]),
        () => {
          throw error;
        },
        "none",
        () => void calls.push("last"),
      ];
      const world = openPage({ globals: { TimekitEmbed: queue } });
      world.run(world.addTag(targeted));
      expect(calls).toEqual([["first", 1], "last"]);
      expect(world.page.printed[0]).toEqual(["error", "[timekit-embed]", error]);
      expect(world.page.printed).toHaveLength(2);
    });

    test("after the start runs at once", () => {
      const world = openPage();
      const api = world.run(world.addTag(targeted));
      let given: unknown;
      api.push((api) => {
        given = api;
      });
      expect(given).toBe(api);
    });

    test("may mount calendars", async () => {
      const queue = [(api: Api) => void api.mount({ resourceId, target: "#calendar" })];
      const world = openPage({ globals: { TimekitEmbed: queue } });
      world.run(world.addTag({ src: ordinary.src, "data-broker-url": ordinary["data-broker-url"] }));
      await expect.poll(() => world.started.length).toBe(1);
      expect(world.page.printed).toEqual([]);
    });
  });

  describe("a second copy", () => {
    test("hands its tags to the first, which stays", async () => {
      const world = openPage({ html: '<div id="calendar"></div><div id="other"></div>' });
      const first = world.run(world.addTag(targeted));
      const second = world.run(world.addTag({ ...ordinary, "data-target": "#other" }));
      expect(second).toBe(first);
      expect(globalOf(world)).toBe(first);
      expect(first.embeds.map(({ target }) => target?.id)).toEqual(["calendar", "other"]);
      await expect.poll(() => world.started.length).toBe(2);
      expect(world.requested).toHaveLength(1);
    });

    test("of the same tag mounts nothing again", () => {
      const world = openPage();
      const tag = world.addTag(targeted);
      const first = world.run(tag);
      expect(world.run(tag)).toBe(first);
      expect(world.run()).toBe(first);
      expect(first.embeds).toHaveLength(1);
    });
  });

  describe("what the page has put at window.TimekitEmbed and is neither list nor API", () => {
    const form = () => {
      const element = document.createElement("form");
      element.innerHTML = '<input name="mount"><input name="adopt"><input name="push">';
      return element;
    };
    // Several elements of one name are a collection, which has their other names as properties.
    const named = () => {
      document.body.insertAdjacentHTML("beforeend", '<a id="mount"></a><a id="adopt"></a>');
      return document.getElementsByTagName("a");
    };
    test.each([
      ["a form with fields called mount and adopt", form],
      ["elements called so", named],
      ["null", () => null],
      ["a text", () => "mount"],
      ["a number", () => 7],
      ["an object without our functions", () => ({ mount: () => undefined })],
      ["a function", () => () => undefined],
    ])("gives way: %s", (_, make) => {
      const world = openPage({ globals: { TimekitEmbed: make() } });
      const tag = world.addTag(targeted);
      const api = world.run(tag);
      expect(globalOf(world)).toBe(api);
      expect(api.embeds).toHaveLength(1);
    });
  });

  describe("without a running tag", () => {
    test("every tag of ours is found", () => {
      const world = openPage({ html: '<div id="calendar"></div><div id="other"></div>' });
      world.addTag(targeted);
      world.addTag({ ...ordinary, "data-target": "#other" });
      world.addTag({ ...ordinary, type: "text/plain" });
      expect(world.run().embeds.map(({ target }) => target?.id)).toEqual(["calendar", "other"]);
    });

    test("a running tag is the only one, since the others run on their own", () => {
      const world = openPage();
      world.addTag();
      const tag = world.addTag(targeted);
      expect(world.run(tag).embeds.map(({ target }) => target?.id)).toEqual(["calendar"]);
    });
  });

  test("where the page cannot bear it, the console says so and nothing is thrown", () => {
    const { page } = openPage();
    const broken = Object.create(null, {
      TimekitEmbed: {
        get: () => {
          throw new Error("from the page");
        },
      },
    });
    expect(boot({ ...page, window: broken })).toBeUndefined();
    expect(page.printed).toMatchObject([["error", "[timekit-embed]", { message: "from the page" }]]);
  });

  test("the nonce of the tag goes to the vendor file's script", async () => {
    const world = openPage({ answer: grant });
    const tag = world.addTag(targeted);
    tag.nonce = "abc";
    world.run(tag);
    await expect.poll(() => world.requested.length).toBe(1);
    expect(world.requested[0]?.nonce).toBe("abc");
  });
});

describe("the script", () => {
  const page: Record<string, unknown> = Object(window);

  beforeEach(() => {
    vi.resetModules();
    document.body.innerHTML =
      '<div data-timekit-resource-id="2939c4fa-f06f-4496-8a20-03f57afcdfe6" data-notice="off"></div>';
  });
  afterEach(() => {
    Reflect.deleteProperty(page, "TimekitEmbed");
    Reflect.deleteProperty(page, "define");
    document.body.replaceChildren();
    vi.restoreAllMocks();
  });

  /** Runs the entry of the script tag in the page. */
  const run = async (): Promise<Record<string, unknown>> => {
    vi.spyOn(console, "error").mockReturnValue();
    await import("../../../src/loader/script.ts");
    return Object(page["TimekitEmbed"]);
  };

  test("the script sets its one global and starts", async () => {
    const before = new Set(Object.keys(page));
    const { embeds } = await run();
    expect(embeds).toHaveLength(1);
    expect(Object.keys(page).filter((name) => !before.has(name))).toEqual(["TimekitEmbed"]);
  });

  test("a page with a module loader gets the API as a named module, which no loader mistakes for another", async () => {
    const defined: unknown[][] = [];
    page["define"] = Object.assign((...values: unknown[]) => void defined.push(values), { amd: {} });
    const api = await run();
    expect(defined).toEqual([["timekit-embed", [], expect.any(Function)]]);
    const factory = defined[0]?.[2];
    expect(typeof factory === "function" && factory()).toBe(api);
  });

  test.each([
    ["is no module loader's", () => Object.assign(() => expect.unreachable(), { amd: undefined })],
    ["is an element's", () => Object.assign(document.createElement("form"), { amd: {} })],
  ])("a define that %s is left alone", async (_, make) => {
    page["define"] = make();
    expect((await run())["embeds"]).toHaveLength(1);
  });

  test("a define that throws does not keep the calendar away", async () => {
    const fail = (): never => {
      throw new Error("Mismatched anonymous define()");
    };
    page["define"] = Object.assign(fail, { amd: {} });
    expect((await run())["embeds"]).toHaveLength(1);
  });
});
