import { describe, expect, test } from "vitest";
import { resourceId } from "./token/grant-body.ts";
import { defaults, openPage, otherId } from "./world/open-page.ts";

const codeOf = async (ready: Promise<void> | undefined): Promise<unknown> => {
  const error: unknown = await ready?.catch((error: unknown) => error);
  return Object(error).code;
};

describe("mount()", () => {
  const open = (html = '<div id="calendar"></div>') => {
    const world = openPage({ html });
    return { ...world, api: world.run(world.addTag(defaults)) };
  };

  test("takes an element or a selector, and what is said wins over the tag", () => {
    const { api } = open('<div id="calendar"></div><div id="other"></div>');
    const target = document.querySelector("#other") ?? "";
    expect(api.mount({ resourceId, target: "#calendar" }).target?.id).toBe("calendar");
    expect(api.mount({ resourceId, target }).target).toBe(target);
  });

  test("gives the calendar that is there, for a target that is mounted", () => {
    const { api } = open();
    const first = api.mount({ resourceId, target: "#calendar" });
    expect(api.mount({ resourceId: otherId, target: document.querySelector("#calendar") ?? "" })).toBe(first);
    first.destroy();
    expect(api.mount({ resourceId, target: "#calendar" })).not.toBe(first);
  });

  test("lists what is mounted now", () => {
    const { api } = open();
    const embed = api.mount({ resourceId, target: "#calendar" });
    expect(api.embeds).toEqual([embed]);
    embed.destroy();
    expect(api.embeds).toEqual([]);
  });

  test.each([
    [{ target: "#calendar" }, "config/no-resource-id"],
    [{ target: "#calendar", resourceId: "me" }, "config/bad-resource-id"],
    [{ resourceId, target: "#calendar", brokerUrl: "javascript:alert(1)" }, "config/bad-broker-url"],
    [{ resourceId, target: "#calendar", vendorUrl: "javascript:alert(1)" }, "config/bad-option"],
    [{ resourceId, target: "#calendar", config: "{" }, "config/bad-option"],
    // A place that is missing is told before everything else.
    [{ resourceId, target: "#nowhere" }, "config/no-target"],
    [{ resourceId, target: 7 }, "config/no-target"],
    [{ resourceId }, "config/no-target"],
    [{}, "config/no-target"],
    [undefined, "config/no-target"],
    [null, "config/no-target"],
    [7, "config/no-target"],
  ])("never throws: %j is a calendar that has failed with %s", async (options, code) => {
    const { api } = open();
    // A page may call it with anything.
    const embed = Reflect.apply(api.mount, undefined, [options]) as ReturnType<typeof api.mount>;
    expect(await codeOf(embed.ready)).toBe(code);
    expect(embed.state).toBe("failed");
  });

  test("takes its options' getters that throw for bad options", async () => {
    const { api } = open();
    const options = {
      resourceId,
      target: "#calendar",
      get lazy(): boolean {
        throw new Error("from the page");
      },
    };
    await expect(api.mount(options).ready).rejects.toThrow("data-lazy");
  });
});
