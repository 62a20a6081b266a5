import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Visit } from "../world/open-visit.ts";
import type { World } from "../world/open-world.ts";
import { type PageOptions, writeDocument } from "../world/write-page.ts";
import { openOwnerPage } from "../owner/open-owner-page.ts";

/** What can be seen of us, each part in the state that it may stay in. */
export interface Scene {
  readonly scene: string;
  /** Opens a page in which it is there, in a language. */
  readonly open: (world: World, lang: string) => Promise<Visit>;
  /** What is judged: Booking.js v1 itself, in the third part, is what it is. */
  readonly selectors: readonly string[];
  /** Rules that must have had something to judge. */
  readonly judged: readonly string[];
}

const html: PageOptions["html"] = ({ tag }) =>
  writeDocument(
    `<main><h1>Book a repair</h1>${tag}</main>`,
    `<style>:root { color-scheme: light dark }</style>`,
  );

const failure = (): Response =>
  new Response(null, { status: 418, headers: { "access-control-allow-origin": "*" } });

const openNotice = (world: World, lang: string): Promise<Visit> =>
  openOwnerPage(world, { html, resourceId: resourceIds.noSlots, tag: { lang } });

/** The dialog with all its notes unfolded. */
export const openDialog = async (world: World, lang: string): Promise<Visit> => {
  const visit = await openNotice(world, lang);
  await visit.page.locator("[data-timekit-part=notice] button").first().click();
  await visit.page.getByRole("dialog").waitFor();
  const groups = visit.page.locator("details");
  await groups.evaluateAll((all) => all.forEach((group) => group.toggleAttribute("open", true)));
  return visit;
};

export const scenes: readonly Scene[] = [
  {
    scene: "the owner's notice above the calendar",
    open: openNotice,
    selectors: ["[data-timekit-part=notice]"],
    judged: ["color-contrast", "link-name", "button-name", "valid-lang"],
  },
  {
    scene: "the owner's dialog",
    open: openDialog,
    selectors: ["[data-timekit-part=notice]"],
    judged: ["color-contrast", "link-name", "button-name", "summary-name", "list", "label", "valid-lang"],
  },
  {
    scene: "the page with the failure",
    open: async (world, lang) => {
      const tag = { lang, "fallback-url": "tel:+442079460123" };
      const visit = await world.openPage({ html, broker: failure, tag });
      await visit.reaches("failed");
      return visit;
    },
    selectors: ["html"],
    judged: ["color-contrast", "link-name", "button-name", "valid-lang"],
  },
  {
    scene: "the page with the loading state",
    open: async (world, lang) => {
      const broker = () => new Promise<never>(() => undefined);
      const visit = await world.openPage({ html, broker, tag: { lang } });
      await visit.page.getByRole("status").waitFor();
      return visit;
    },
    selectors: ["html"],
    judged: ["color-contrast", "valid-lang"],
  },
];
