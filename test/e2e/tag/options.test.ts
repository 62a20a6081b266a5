import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { type PageOptions, type PageParts, writeDocument, writeTag } from "../world/write-page.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const failure = (): Response =>
  new Response(null, { status: 418, headers: { "access-control-allow-origin": "*" } });

const seen = {
  "fallback-url": "tel:+442079460123",
  "upgrade-url": "https://example.com/v2",
  "min-height": "321px",
} as const;

/** What these options look like in a calendar that has failed. */
const readSeen = async (page: Page): Promise<Record<keyof typeof seen, unknown>> => ({
  "fallback-url": await page.getByRole("alert").getByRole("link").getAttribute("href"),
  "upgrade-url": await page.getByRole("region").getByRole("link").getAttribute("href"),
  "min-height": `${(await page.locator("[data-timekit-part=status]").boundingBox())?.height}px`,
});

const writeQuery = (options: Readonly<Record<string, string>>): string =>
  `dist/loader.js?${new URLSearchParams(options)}`;

const asked = ({ resourceId, brokerUrl }: PageParts): Record<string, string> => ({
  "resource-id": resourceId,
  "broker-url": brokerUrl,
});

const waysToWrite: readonly (PageOptions & { readonly way: string })[] = [
  { way: "the tag's attributes", tag: seen },
  {
    way: "the query of its src alone",
    html: (parts) => writeDocument(writeTag({}, { src: writeQuery({ ...asked(parts), ...seen }) })),
  },
  {
    way: "both, of which the attributes win",
    html: (parts) =>
      writeDocument(
        writeTag(seen, {
          src: writeQuery({ ...asked(parts), "min-height": "10px", "fallback-url": "tel:1" }),
        }),
      ),
  },
];

it.each(waysToWrite)("options are read from $way", async ({ way: _, ...options }) => {
  const { page, reaches, close } = await world.openPage({ ...options, broker: failure });
  await reaches("failed");

  expect(await readSeen(page)).toEqual(seen);
  await close();
});

it("v1's options are read from the page's own configuration, and data-config wins", async () => {
  const { page, reaches, close } = await world.openPage({
    resourceId: resourceIds.twoSlots,
    config: { localization: { timeDateFormat: "24h-dmy-mon" } },
    html: ({ tag }) =>
      writeDocument(
        `<script>timekitBookingConfig = { name: "From the page", targetEl: "#place", availabilityView: "listing",
          localization: { timeDateFormat: "12h-mdy-sun" } };</script>${tag}<div id="place"></div>`,
      ),
  });
  await reaches("ready");

  expect(await page.locator("#place .fc-list-item-time").allInnerTexts()).toEqual([
    "08:00 - 09:00",
    "09:00 - 10:00",
  ]);
  expect(await page.locator("#place .bookingjs-displayname").innerText()).toBe("From the page");
  expect(
    await page.evaluate(() => Object.keys(Reflect.get(window, "timekitBookingConfig") as object)),
  ).toEqual(["name", "targetEl", "availabilityView", "localization"]);
  await close();
});

describe("the notice", () => {
  const notice = (page: Page): Promise<number> =>
    page.getByRole("region", { name: "Upgrade notice" }).count();

  it("is not there when it is off", async () => {
    const { page, reaches, events, close } = await world.openPage({
      broker: failure,
      tag: { notice: "off" },
    });
    await reaches("failed");

    expect(await notice(page)).toBe(0);
    expect((await events()).map(({ name }) => name)).not.toContain("notice");
    await close();
  });

  it("is there for an owner from the page parameter on, until it is taken back", async () => {
    const { page, reaches, close } = await world.openPage({ broker: failure, tag: { notice: "owner" } });
    for (const [query, count] of [
      ["", 0],
      ["?timekit-notice=owner", 1],
      ["", 1],
      ["?timekit-notice=off", 0],
      ["", 0],
    ] as const) {
      await page.goto(new URL(page.url()).pathname.replace(/^/, world.pageOrigin) + query);
      await reaches("failed");
      expect({ query, count: await notice(page) }).toEqual({ query, count });
    }
    await close();
  });
});
