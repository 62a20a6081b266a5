import { describe, expect, test, vi } from "vitest";
import { resourceId } from "./token/grant-body.ts";
import { onlyEmbedOf } from "./world/open-calendar.ts";
import { container, defaults, nextTasks, openPage, otherId } from "./world/open-page.ts";

const refuse = (_: object, name: string | symbol, element: unknown): unknown => {
  if (name === "isConnected") throw new Error("of the page");
  return Reflect.get(HTMLElement.prototype, name, element);
};

/** Elements that are observed in the place of the browser's own, and a way to say that they come near. */
const recordObservers = () => {
  const observed: Element[] = [];
  const listeners = new Set<IntersectionObserverCallback>();
  class RecordingObserver extends IntersectionObserver {
    constructor(callback: IntersectionObserverCallback) {
      super(callback);
      listeners.add(callback);
    }
    override observe = (target: Element): void => void observed.push(target);
    override unobserve = (): void => undefined;
  }
  vi.stubGlobal("IntersectionObserver", RecordingObserver);
  const show = (
    ...seen: (Element | Pick<IntersectionObserverEntry, "target" | "isIntersecting">)[]
  ): void => {
    const entries = seen.map((one) => (one instanceof Element ? { target: one, isIntersecting: true } : one));
    for (const listener of listeners) Reflect.apply(listener, undefined, [entries]);
  };
  return { observed, show };
};

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
    await nextTasks();
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
    await nextTasks();
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
      isTrusted: false,
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
        { config: {}, isTrusted: true },
        { config: { name: "tag" }, isTrusted: true },
        { config: { name: "container" }, isTrusted: false },
      ]);
  });

  test("that is trusted sets what a tag may, and stays where it is", async () => {
    const says = `data-broker-url="https://other.example/client-token" data-target="body" data-words='{"loading":"Wait"}' data-config='{"name":"container"}'`;
    const world = openPage({ html: container(resourceId, says) });
    const api = world.run(world.addTag({ ...defaults, "data-containers": "trusted" }));
    expect(onlyEmbedOf(api).target?.className).toBe("calendar");
    await expect.poll(() => world.started.length).toBe(1);
    expect(world.asked[0]?.host).toBe("other.example");
    expect(world.started[0]?.request.layers.at(-1)).toEqual({
      config: { name: "container" },
      isTrusted: true,
    });
  });

  test("cannot say itself that it is trusted", async () => {
    const says = `data-containers="trusted" data-broker-url="https://evil.example/" data-config='{"name":"evil"}'`;
    const world = openPage({ html: container(resourceId, says) });
    world.run(world.addTag(defaults));
    document.body.insertAdjacentHTML("beforeend", container(otherId, says));
    await expect.poll(() => world.started.length).toBe(2);
    expect(world.asked.map(({ host }) => host)).toEqual(["broker.example", "broker.example"]);
    expect(world.started.map(({ request }) => request.layers.at(-1)?.isTrusted)).toEqual([false, false]);
  });

  test.each([
    ["on", "trusted", false],
    ["trusted", "on", false],
    ["trusted", undefined, true],
    [undefined, "trusted", true],
    ["off", "trusted", undefined],
    ["trusted", "off", undefined],
    ["on", "off", undefined],
  ])("of two tags that say %s and %s, is trusted: %s", async (first, second, isTrusted) => {
    const world = openPage();
    const tags = [first, second].map((said) =>
      world.addTag({ ...defaults, ...(said && { "data-containers": said }) }),
    );
    for (const tag of tags) world.run(tag);
    document.body.insertAdjacentHTML("beforeend", container(otherId, "data-config='{}'"));
    await nextTasks();
    expect(world.started.map(({ request }) => request.layers.at(-1)?.isTrusted)).toEqual(
      isTrusted === undefined ? [] : [isTrusted],
    );
  });

  test("of a stranger beyond the tenth is mounted when it comes near, one in a frame", async () => {
    const { observed, show } = recordObservers();
    const world = openPage({ html: container(otherId).repeat(30) });
    const api = world.run(world.addTag(defaults));
    await expect.poll(() => observed.length).toBe(20);
    expect(api.embeds).toHaveLength(10);
    show(...observed);
    show(...observed.slice(2).map((target) => ({ target, isIntersecting: false })));
    await expect.poll(() => api.embeds.length).toBe(12);
    await nextTasks();
    expect(api.embeds).toHaveLength(12);
    expect(api.embeds.at(-1)?.target).toBe(document.querySelectorAll(".calendar")[11]);
  });

  test("that is trusted is mounted without being looked at, however many there are", async () => {
    const { observed } = recordObservers();
    const world = openPage({ html: container(otherId).repeat(30) });
    const api = world.run(world.addTag({ ...defaults, "data-containers": "trusted" }));
    expect(api.embeds).toHaveLength(10);
    await expect.poll(() => api.embeds.length).toBe(30);
    expect(observed).toEqual([]);
  });

  test("that throws keeps no other from mounting", async () => {
    const world = openPage({ html: container(resourceId, 'id="bad"') + container(otherId) });
    const bad = document.querySelector("#bad");
    // What a page can do to its own elements.
    if (bad) Object.setPrototypeOf(bad, new Proxy(Object(Object.getPrototypeOf(bad)), { get: refuse }));
    const api = world.run(world.addTag(defaults));
    expect(api.embeds.map(({ resourceId }) => resourceId)).toEqual([otherId]);
    expect(world.page.printed.map(([level]) => level)).toContain("error");
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
