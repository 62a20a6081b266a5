import { describe, expect, test } from "vitest";
import { resourceId } from "./token/grant-body.ts";
import { onlyEmbedOf } from "./world/open-calendar.ts";
import { container, defaults, openPage, otherId } from "./world/open-page.ts";

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("a container", () => {
  test("is mounted, whether it is there or comes later", async () => {
    const world = openPage({ html: container(resourceId) });
    const api = world.run(world.addTag(defaults));
    expect(api.embeds.map(({ target }) => target)).toEqual([document.querySelector(".calendar")]);
    document.body.insertAdjacentHTML("beforeend", `<main><p></p>${container(otherId)}</main>`);
    await expect.poll(() => api.embeds.length).toBe(2);
    document.body.insertAdjacentHTML("beforeend", container(resourceId));
    await expect.poll(() => api.embeds.length).toBe(3);
  });

  test("is mounted once, though it moves", async () => {
    const world = openPage({ html: `<main></main>${container(resourceId)}` });
    const api = world.run(world.addTag(defaults));
    document.querySelector("main")?.append(document.querySelector(".calendar") ?? "");
    await nextTask();
    expect(api.embeds).toHaveLength(1);
  });

  test("that was taken out and comes back is mounted anew", async () => {
    const world = openPage({ html: container(resourceId) });
    const api = world.run(world.addTag(defaults));
    const [before] = api.embeds;
    const element = document.querySelector(".calendar");
    element?.remove();
    await expect.poll(() => before?.state).toBe("destroyed");
    document.body.append(element ?? "");
    await expect.poll(() => api.embeds.length).toBe(1);
    expect(api.embeds[0]).not.toBe(before);
  });

  test("is left alone where containers are off", async () => {
    const world = openPage({ html: container(resourceId) });
    const api = world.run(world.addTag({ ...defaults, "data-containers": "off" }));
    document.body.insertAdjacentHTML("beforeend", container(otherId));
    await nextTask();
    expect(api.embeds).toEqual([]);
  });

  test("cannot choose the broker, the vendor file or the notice's link", async () => {
    const strange =
      'data-broker-url="https://evil.example/" data-vendor-url="https://evil.example/v.js" data-upgrade-url="https://evil.example/" data-nonce="evil" data-words=\'{"loading":"evil"}\' data-target="body"';
    const world = openPage({ html: container(resourceId, strange) });
    const api = world.run(world.addTag(defaults));
    expect(onlyEmbedOf(api).target?.className).toBe("calendar");
    await expect.poll(() => world.requested.length).toBe(1);
    await expect.poll(() => world.asked.length).toBe(1);
    expect(world.asked[0]?.host).toBe("broker.example");
    expect(world.requested[0]).toMatchObject({
      src: expect.stringContaining("https://cdn.example/"),
      nonce: undefined,
    });
    const roots = [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot?.innerHTML ?? "");
    expect(roots.join()).not.toContain("evil");
  });

  test("is told of in one line that names what it may not set, also when it is tried again", async () => {
    const world = openPage({
      html: container(resourceId, 'data-nonce="evil" data-broker-url="https://evil.example/"'),
    });
    world.run(world.addTag(defaults));
    await expect.poll(() => world.started.length).toBe(1);
    expect(world.started[0]?.request.layers).toContainEqual({
      config: {},
      isOwners: false,
      leftOut: ["data-broker-url", "data-nonce"],
    });
    world.started[0]?.reports.onIgnored("data-nonce");
    world.started[0]?.reports.onIgnored("data-nonce");
    expect(world.page.printed).toEqual([["warn", "[timekit-embed]", "Ignored:", "data-nonce"]]);
  });

  test("whose remote configuration is refused fails, and names the option", async () => {
    const world = openPage({ html: container(resourceId) });
    const embed = onlyEmbedOf(world.run(world.addTag(defaults)));
    await expect.poll(() => world.started.length).toBe(1);
    world.started[0]?.reports.onRefused("timekitFindTimeTeam");
    await expect(embed.ready).rejects.toMatchObject({
      code: "config/bad-option",
      message: expect.stringContaining("timekitFindTimeTeam"),
    });
    expect(world.started[0]?.isOver()).toBe(true);
  });

  test("is marked as a stranger's for v1, above what the owner's tag says", async () => {
    const world = openPage({ html: container(resourceId, `data-config='{"name":"container"}'`) });
    world.run(world.addTag({ ...defaults, "data-config": '{"name":"tag"}' }));
    await expect
      .poll(() => world.started[0]?.request.layers)
      .toEqual([
        { config: {}, isOwners: true },
        { config: { name: "tag" }, isOwners: true },
        { config: { name: "container" }, isOwners: false },
      ]);
  });

  test("in a shadow tree that a calendar stands in is found too", async () => {
    const world = openPage({ html: '<div id="host"></div>' });
    const root = document.querySelector("#host")?.attachShadow({ mode: "open" });
    root?.replaceChildren(document.createElement("section"));
    const api = world.run(world.addTag(defaults));
    const target = root?.querySelector("section");
    if (target) api.mount({ resourceId, target });
    root?.append(Object.assign(document.createElement("div"), { innerHTML: container(otherId) }));
    await expect.poll(() => api.embeds.length).toBe(2);
  });
});
