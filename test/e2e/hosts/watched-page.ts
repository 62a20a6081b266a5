import type { State } from "../../../src/loader/events.ts";
import type { Api } from "../../../src/loader/api.ts";

/** A host page as any browser's driver can show it to the expectations. */
export interface WatchedPage {
  /** Where the loader runs. */
  readonly frame: {
    /** Runs a function of its own text in the page; what it returns comes back as JSON. */
    evaluate<Result>(
      run: (given: readonly (string | null)[]) => Result | Promise<Result>,
      given: readonly (string | null)[],
    ): Promise<Result>;
  };
  /** What stands in the console, as `error: text`. */
  readonly printed: readonly string[];
  /** Exceptions and rejections that nobody has handled. */
  readonly pageErrors: readonly { readonly message: string }[];
  /** How often the vendor file and a token were asked for so far. */
  readonly countAsked: () => { readonly vendor: number; readonly token: number };
}

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

/** What a page saw of its own globals. */
interface Sampling {
  /** Every global that is not the browser's, with how many values it had; a name that is not there yet has none. */
  readonly values: ReadonlyMap<string, number>;
}

/**
 * Runs in a page before its scripts: looks at its globals in tasks and in microtasks, so that not even a script that
 * puts everything back is unseen. Kept under a symbol, since a frame keeps its window when it gets its document.
 */
export const sampleGlobals = (): void => {
  const browsers = new Set(Object.getOwnPropertyNames(window));
  const values = new Map<string, number>();
  const last = new Map<string, PropertyDescriptor>();
  const names = Object.getOwnPropertyNames;
  const describe = Object.getOwnPropertyDescriptor;
  const isSame = (one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined): boolean =>
    Object.is(one?.value, other?.value) && one?.get === other?.get && one?.set === other?.set;

  const sample = (): void => {
    for (const name of new Set([...names(window), ...values.keys()])) {
      if (browsers.has(name)) continue;
      const now = describe(window, name);
      if (values.has(name) && isSame(last.get(name), now)) continue;
      values.set(name, (values.get(name) ?? 0) + 1);
      if (now) last.set(name, now);
      else last.delete(name);
    }
  };
  const { queueMicrotask, setInterval } = window;
  const inTask = (): void => {
    sample();
    queueMicrotask(sample);
  };
  const observer = new MutationObserver(inTask);
  let watched: Document | undefined;
  const watch = (): void => {
    inTask();
    if (watched === window.document) return;
    watched = window.document;
    observer.observe(watched, { childList: true, subtree: true, attributes: true });
    for (const name of ["load", "error", "readystatechange"]) watched.addEventListener(name, inTask, true);
  };
  watch();
  setInterval(watch, 10);
  const sampling: Sampling = { values };
  Object.defineProperty(window, Symbol.for("sampling"), { value: sampling });
};

/** Runs in the page: the names of its globals, the loader's and the watch's aside, and of those that had two values. */
export const readGlobals = (): { readonly names: readonly string[]; readonly changed: readonly string[] } => {
  const { values } = Reflect.get(window, Symbol.for("sampling")) as Sampling;
  const own = [...values].filter(([name]) => name !== "TimekitEmbed" && name !== "heard");
  return {
    names: own.map(([name]) => name).sort(),
    changed: own.filter(([, count]) => count > 1).map(([name]) => name),
  };
};
