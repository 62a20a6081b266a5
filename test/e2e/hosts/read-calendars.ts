import type { Api } from "../../../src/loader/api.ts";
import type { State } from "../../../src/loader/lifecycle.ts";

/** One calendar as it stands in the page. */
export interface Calendar {
  readonly state: State;
  /** Whether it is where it should be. */
  readonly isInPlace: boolean;
  /** Names of our elements in its target. */
  readonly parts: readonly string[];
  /** Free times that can be seen, each at a place of its own. */
  readonly slots: number;
  readonly hasAlert: boolean;
}

/** Runs in the page: all calendars, oldest first; an empty list where the loader has not run. */
export const readCalendars = (places: readonly (string | null)[]): readonly Calendar[] => {
  const find = (place: string): Element | null =>
    place
      .split(">>>")
      .reduce<ParentNode | null>(
        (root, selector) =>
          (root instanceof Element ? (root.shadowRoot ?? root) : root)?.querySelector(selector) ?? null,
        document,
      ) as Element | null;
  const { embeds = [] } = (Reflect.get(window, "TimekitEmbed") ?? {}) as Partial<Api>;

  return embeds.map(({ state, target }, index) => {
    const place = places[index];
    const children = [...(target?.children ?? [])];
    const seen = [...(target?.querySelectorAll(".fc-event, .fc-list-item") ?? [])]
      .filter((slot) => slot.parentElement?.closest(".fc-event") === null)
      .filter((slot) => getComputedStyle(slot).visibility === "visible")
      .map((slot) => slot.getBoundingClientRect())
      .filter(({ width, height }) => width > 20 && height > 10);
    return {
      state,
      isInPlace: typeof place === "string" ? target !== null && find(place) === target : target === null,
      parts: children.map((child) => child.getAttribute("data-timekit-part") ?? child.localName),
      slots: new Set(seen.map(({ left, top }) => `${left}/${top}`)).size,
      hasAlert: children.some((child) => child.shadowRoot?.querySelector("[role=alert]")),
    };
  });
};
