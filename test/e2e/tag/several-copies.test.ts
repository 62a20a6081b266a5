import { afterAll, beforeAll, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageOptions, writeDocument, writeTag } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = (html: NonNullable<PageOptions["html"]>) =>
  world.openPage({ resourceId: resourceIds.noSlots, html });

it("a script that is included twice mounts once what it found, and the first copy stays", async () => {
  const { page, reaches, printed, events, close } = await open(({ tag, brokerUrl, config }) =>
    writeDocument(`<div id="bookingjs"></div>${tag.replace(" async", "")}
      <script>document.first = window.TimekitEmbed</script>
      ${writeTag({ "broker-url": brokerUrl, config }).replace(" async", "")}`),
  );
  await reaches("ready");

  expect(await page.locator("[data-timekit-part=widget]").count()).toBe(1);
  expect(
    await page.evaluate(() => Reflect.get(document, "first") === Reflect.get(window, "TimekitEmbed")),
  ).toBe(true);
  expect((await events()).filter(({ name }) => name === "ready")).toHaveLength(1);
  expect(printed).toEqual([]);
  await close();
});

it("a tag that runs again is not mounted again", async () => {
  const { page, reaches, close } = await open(({ tag }) => writeDocument(`<main>${tag}</main>`));
  await reaches("ready");
  const bundle = await page.evaluate(async () => (await fetch("dist/loader.js")).text());
  await page.evaluate(bundle);

  expect(await page.locator("[data-timekit-part=widget]").count()).toBe(1);
  await close();
});

it("a tag without a resource gives its options to containers, also to those that come later", async () => {
  const container = `<div data-timekit-resource-id="${resourceIds.oneSlot}"></div>`;
  const { page, requests, close } = await open(({ brokerUrl, config }) =>
    writeDocument(`${container}<main></main>${writeTag({ "broker-url": brokerUrl, config })}`),
  );
  await page.locator("[data-timekit-resource-id] .fc-event").waitFor();

  await page.evaluate((id) => {
    document
      .querySelector("main")
      ?.insertAdjacentHTML("beforeend", `<p><b data-timekit-resource-id="${id}"></b></p>`);
  }, resourceIds.twoSlots);
  await expect.poll(() => page.locator("main .fc-event").count(), { timeout: 15_000 }).toBe(2);
  expect(requests.filter((request) => request.url().includes("/vendor/"))).toHaveLength(1);
  await close();
});

it("a queue that was there before the loader mounts with the tag's options", async () => {
  const { page, printed, close } = await open(({ brokerUrl, config, resourceId }) =>
    writeDocument(`<div class="place"></div>
      <script>
        if (!Array.isArray(window.TimekitEmbed) && !(window.TimekitEmbed && window.TimekitEmbed.mount)) window.TimekitEmbed = [];
        window.TimekitEmbed.push((api) => {
          document.mounted = api.mount({ resourceId: "${resourceId}", target: ".place" });
          document.again = api.mount({ resourceId: "${resourceId}", target: document.querySelector(".place") });
        });
      </script>${writeTag({ "broker-url": brokerUrl, config })}`),
  );
  await page.locator(".place .bookingjs-calendar").waitFor();
  const facts = await page.evaluate(async () => {
    const embed = Reflect.get(document, "mounted") as {
      ready: Promise<void>;
      state: string;
      resourceId: string;
    };
    await embed.ready;
    const { embeds, version } = Reflect.get(window, "TimekitEmbed") as unknown as {
      embeds: unknown[];
      version: string;
    };
    return {
      state: embed.state,
      isSame: Reflect.get(document, "again") === embed,
      isListed: embeds.length === 1 && embeds[0] === embed,
      version,
    };
  });

  expect(facts).toEqual({
    state: "ready",
    isSame: true,
    isListed: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
  expect(printed).toEqual([]);
  await close();
});

it("a tag without a resource on a page that asks for none says so", async () => {
  const { page, printed, pageErrors, close } = await open(({ brokerUrl }) =>
    writeDocument(`<p>Nothing to book</p>${writeTag({ "broker-url": brokerUrl })}`),
  );
  await expect.poll(() => printed.join("\n"), { timeout: 15_000 }).toContain("config/no-resource-id");
  expect(pageErrors).toEqual([]);
  expect(await page.locator("[data-timekit-part]").count()).toBe(0);
  await close();
});
