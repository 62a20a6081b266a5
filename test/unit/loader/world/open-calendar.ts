import type { Embed } from "../../../../src/loader/events.ts";
import { expect } from "vitest";
import type { Api } from "../../../../src/loader/api.ts";
import { openPage, ordinary, type PageWorld, type PageWorldOptions } from "./open-page.ts";
import type { Started } from "./recording-vendor.ts";

/** A page with one calendar. */
export interface CalendarWorld extends PageWorld {
  readonly tag: HTMLScriptElement;
  readonly embed: Embed;
  /** Resolves to v1's start with this number, once it is there. */
  readonly startOf: (index: number) => Promise<Started>;
  /** The part's section as it is now, or null. */
  readonly section: (part: "notice" | "status") => Element | null;
}

export interface CalendarOptions extends PageWorldOptions {
  /** Attributes of the tag over the ordinary ones and its target, `#calendar`. */
  readonly tag?: Readonly<Record<string, string>>;
}

/** Opens a page and runs the loader in it as its only tag's script. */
export const openCalendar = ({ tag: attributes = {}, ...options }: CalendarOptions = {}): CalendarWorld => {
  const world = openPage(options);
  const tag = world.addTag({ ...ordinary, "data-target": "#calendar", ...attributes });
  const embed = onlyEmbedOf(world.run(tag));
  return {
    ...world,
    tag,
    embed,
    startOf: async (index) => {
      await expect.poll(() => world.started.length).toBeGreaterThan(index);
      const started = world.started[index];
      if (!started) throw new Error("It is there, as was just seen.");
      return started;
    },
    section: (part) =>
      document.querySelector(`[data-timekit-part="${part}"]`)?.shadowRoot?.querySelector("section") ?? null,
  };
};

/** The same with the calendar on screen. */
export const openReadyCalendar = async (
  options: CalendarOptions = {},
): Promise<CalendarWorld & { readonly first: Started }> => {
  const world = openCalendar(options);
  const first = await world.startOf(0);
  first.reports.onShown(3);
  await world.embed.ready;
  return { ...world, first };
};

export const onlyEmbedOf = ({ embeds }: Api): Embed => {
  const [embed] = embeds;
  if (!embed || embeds.length > 1) throw new Error(`There are ${embeds.length} embeds.`);
  return embed;
};
