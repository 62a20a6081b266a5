import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Api } from "../../../src/loader/api.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageOptions, type PageParts, writeDocument, writeTag } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = (html: PageOptions["html"], options: PageOptions = {}) =>
  world.openPage({ resourceId: resourceIds.noSlots, ...options, ...(html && { html }) });

it("a tag alone gets a new element right after it", async () => {
  const { page, reaches, close } = await open(undefined);
  await reaches("ready");

  const [next] = await page
    .locator("script + div")
    .evaluateAll((elements) =>
      elements.map((element) =>
        [...element.children].map((part) => (part as HTMLElement).dataset["timekitPart"]),
      ),
    );
  expect(next).toEqual(["notice", "status", "widget"]);
  expect(await page.locator("[data-timekit-part]").count()).toBe(3);
  await close();
});

it("a #bookingjs is filled, also when it comes after the tag", async () => {
  const { page, reaches, close } = await open(({ tag }) => writeDocument(`${tag}<div id="bookingjs"></div>`));
  await reaches("ready");

  expect(await page.locator("#bookingjs .bookingjs-calendar").isVisible()).toBe(true);
  await close();
});

it("data-target wins over #bookingjs, and is awaited while the page is parsed", async () => {
  const { page, reaches, close } = await open(
    ({ tag }) =>
      writeDocument(`<div id="bookingjs">own</div><p id="late"></p><main><b class="place"></b></main>`, tag),
    { tag: { target: "main .place" } },
  );
  await reaches("ready");

  expect(await page.locator("main .place .bookingjs-calendar").isVisible()).toBe(true);
  expect(await page.locator("#bookingjs").innerText()).toBe("own");
  await close();
});

it("a tag in the head finds #bookingjs", async () => {
  const { page, reaches, close } = await open(({ tag }) => writeDocument(`<div id="bookingjs"></div>`, tag));
  await reaches("ready");

  expect(await page.locator("#bookingjs .bookingjs-calendar").isVisible()).toBe(true);
  await close();
});

it("a tag in the head without a target: config/no-target, told on the tag", async () => {
  const { page, reaches, errors, printed, pageErrors, close } = await open(
    ({ tag }) => writeDocument("<p>Nothing here</p>", tag),
    {
      prepare: (page) =>
        page.addInitScript(() => {
          window.addEventListener("timekit-embed:error", ({ target }) => {
            document.documentElement.dataset["told"] = target instanceof Element ? target.tagName : "";
          });
        }),
    },
  );
  await reaches("failed");

  expect(await errors()).toMatchObject([{ code: "config/no-target", retryable: false }]);
  expect(printed).toContainEqual(expect.stringContaining("data-target"));
  expect(await page.locator("html").getAttribute("data-told")).toBe("SCRIPT");
  expect(await page.locator("[data-timekit-part]").count()).toBe(0);
  expect(pageErrors).toEqual([]);
  await close();
});

it("destroy() gives back what the target held, the very same nodes, and takes everything of ours", async () => {
  const { page, reaches, close } = await open(({ tag }) =>
    writeDocument(`<div id="bookingjs">Please <a href="tel:1">call</a><!-- us --></div>
      <script>document.held = [...document.querySelector("#bookingjs").childNodes]</script>${tag}`),
  );
  await reaches("ready");
  const before = await page.locator("#bookingjs").innerText();
  const after = await page.evaluate(() => {
    const api = Reflect.get(window, "TimekitEmbed") as Api;
    const [embed] = api.embeds;
    embed?.destroy();
    const target = document.querySelector("#bookingjs");
    const held = Reflect.get(document, "held") as readonly Node[];
    return {
      state: embed?.state,
      html: target?.innerHTML,
      isSame: held.every((node, index) => target?.childNodes[index] === node),
      embeds: api.embeds.length,
      parts: document.querySelectorAll("[data-timekit-part]").length,
    };
  });

  expect(before).not.toContain("Please");
  expect(after).toEqual({
    state: "destroyed",
    html: 'Please <a href="tel:1">call</a><!-- us -->',
    isSame: true,
    embeds: 0,
    parts: 0,
  });
  await close();
});

it("destroy() takes the element that was made for the tag", async () => {
  const { page, reaches, close } = await open(undefined);
  await reaches("ready");
  await page.evaluate(() => (Reflect.get(window, "TimekitEmbed") as Api).embeds[0]?.destroy());

  expect(await page.locator("script + div").count()).toBe(0);
  await close();
});

it("two tags are two calendars, each for its own resource", async () => {
  const { page, requests, close } = await open(({ brokerUrl, config }: PageParts) =>
    writeDocument(
      [resourceIds.oneSlot, resourceIds.twoSlots]
        .map(
          (id) =>
            `<div class="calendar">${writeTag({ "resource-id": id, "broker-url": brokerUrl, config })}</div>`,
        )
        .join(""),
    ),
  );
  await expect
    .poll(
      () =>
        page
          .locator(".calendar")
          .evaluateAll((all) => all.map((one) => one.querySelectorAll(".fc-event").length)),
      { timeout: 15_000 },
    )
    .toEqual([1, 2]);
  expect(requests.filter((request) => request.url().includes("/vendor/"))).toHaveLength(1);
  await close();
});
