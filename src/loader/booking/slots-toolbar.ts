import type { BookingInstance } from "./booking-js.ts";
import type { CalendarWords } from "./calendar-words.ts";
import { type CalendarEvent, createReadSlot, type Slot } from "./read-slot.ts";
import { decideStep, findNearestStart, type Shown } from "./slot-steps.ts";

interface View {
  readonly name: string;
  readonly title: string;
}

/** The free times as a toolbar: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
export interface SlotsToolbar {
  /** Names what is drawn now, and gives the focus back where drawing has taken it. */
  readonly update: () => void;
  /** Does what the key asks for; false where it is not for the free times. */
  readonly press: (key: string, target: Element) => boolean;
  /** The visitor has gone to this part of the calendar. */
  readonly onFocus: (target: Element) => void;
  /** The visitor has left for another part of the page. */
  readonly onBlur: () => void;
  /** The form is gone: the focus goes to the time that it was for, or the nearest one. */
  readonly returnFocus: () => void;
}

interface SlotsToolbarOptions {
  readonly root: HTMLElement;
  readonly calendar: HTMLElement;
  readonly instance: BookingInstance;
  readonly words: CalendarWords;
  readonly isFocusLost: () => boolean;
  readonly focus: (element: HTMLElement) => void;
  readonly onOpen: (slot: HTMLElement) => void;
}

const arrows = ".fc-prev-button, .fc-next-button, .fc-today-button";

/** Makes the toolbar, in a FullCalendar that has drawn no slot yet. */
export const createSlotsToolbar = (options: SlotsToolbarOptions): SlotsToolbar => {
  const { root, calendar, instance, words, isFocusLost, focus, onOpen } = options;
  const readSlot = createReadSlot(instance);
  let slots: Slot[] = [];
  /** Where the visitor was last; elements are no memory, FullCalendar draws them anew. */
  let wantedMs: number | undefined;
  /** What had the focus: a selector of an arrow, or the slots. */
  let held: string | undefined;
  let title = "";
  let said: string | undefined;
  let isUnsettled = false;
  // FullCalendar hands over a jQuery object.
  instance.fullCalendar(
    "on",
    "eventAfterRender",
    (event: CalendarEvent, [element]: readonly HTMLElement[]) => {
      if (!element) return;
      // The second part of one that goes over midnight.
      if (element.matches(".fc-not-start")) return element.setAttribute("aria-hidden", "true");
      slots.push(readSlot(event, element));
    },
  );

  const find = (selector: string): HTMLElement | null => calendar.querySelector(selector);
  const view = (): View => instance.fullCalendar("getView") as View;
  const isLoading = (): boolean => root.querySelector(":scope > .bookingjs-loading.show") !== null;
  const current = (): Slot | undefined => findNearestStart(slots, wantedMs);
  const readShown = (): Shown<Slot> => ({
    slots: slots.filter(({ element }) => !element.closest(".fc-limited")),
    span: isList(view().name) ? "list" : isDay(view().name) ? "day" : "week",
    isRtl: calendar.matches(".fc-rtl"),
  });

  const setStop = (): void => {
    const stop = current()?.element;
    for (const { element } of slots) element.tabIndex = element === stop ? 0 : -1;
  };

  const nameParts = (): void => {
    const { name } = view();
    const container = find(".fc-view-container");
    container?.setAttribute("role", "toolbar");
    container?.setAttribute("aria-label", `${words.freeTimes}, ${title}`);
    for (const table of calendar.querySelectorAll("table")) table.setAttribute("role", "presentation");
    const label = (selector: string, word: string): void => {
      const button = find(selector);
      if (button && !button.textContent.trim()) button.setAttribute("aria-label", word);
    };
    label(".fc-prev-button", isDay(name) ? words.previousDay : words.previousWeek);
    label(".fc-next-button", isDay(name) ? words.nextDay : words.nextWeek);
  };

  /** Where there are no slots, what they are in is the stop. */
  const nameEmptiness = (isEmpty: boolean): void => {
    const scroller = find(".fc-scroller");
    scroller?.setAttribute("tabindex", isEmpty ? "0" : "-1");
    if (isEmpty) {
      scroller?.setAttribute("role", "group");
      scroller?.setAttribute("aria-label", `${words.noTimes}, ${title}`);
    } else {
      scroller?.removeAttribute("role");
      scroller?.removeAttribute("aria-label");
    }
  };

  const restoreFocus = (): void => {
    if (!held || !isFocusLost()) return;
    const findButton = () => find(`${held}:not(:disabled)`) ?? find(".fc-next-button");
    const target = held === "slots" ? current()?.element : findButton();
    focus(target ?? root);
  };

  const update = (): void => {
    slots = slots
      .filter(({ element }) => element.isConnected)
      .sort((one, other) => one.startMs - other.startMs);
    ({ title } = view());
    nameParts();
    nameEmptiness(slots.length === 0);
    setStop();
    restoreFocus();
    if (isUnsettled) return;
    isUnsettled = true;
    // v1 draws a new answer in several steps of one turn, of which the first are empty.
    queueMicrotask(settle);
  };

  const settle = (): void => {
    isUnsettled = false;
    if (isLoading()) return;
    const isEmpty = slots.length === 0;
    if (isEmpty && held === "slots" && isFocusLost()) focus(find(".fc-scroller") ?? root);
    const text = isEmpty ? `${words.noTimes}, ${title}` : title;
    // Nobody has asked for the first times.
    if (text !== said && (isEmpty || said !== undefined)) announce(calendar, text);
    said = text;
  };
  instance.fullCalendar("on", "eventAfterAllRender", update);

  const move = (days: number): void => {
    if (wantedMs !== undefined) wantedMs += days * 86_400_000;
    held = "slots";
    const isWhole = Math.abs(days) === (isDay(view().name) ? 1 : 7);
    if (isWhole) instance.fullCalendar(days > 0 ? "next" : "prev");
    else instance.fullCalendar("incrementDate", { days });
    // Drawing has taken the focus with the slot; where it has kept what had it, there is nothing to take back.
    const target = current()?.element ?? find(".fc-scroller");
    if (target) focus(target);
  };

  return {
    update,
    press: (key, target) => {
      const slot = slots.find(({ element }) => element === target);
      if (!slot && !target.matches(".fc-scroller")) return false;
      if (/^(Enter| )$/.test(key)) {
        if (slot) onOpen(slot.element);
        return slot !== undefined;
      }
      const step = decideStep(key, slot, readShown());
      // Firefox tells of no focus while its window has none.
      if (step?.to === "slot") wantedMs = step.slot.startMs;
      if (step?.to === "slot") focus(step.slot.element);
      if (step?.to === "days") move(step.days);
      return step !== undefined;
    },
    onFocus: (target) => {
      const slot = slots.find(({ element }) => element === target);
      held = slot || target.matches('.fc-scroller[tabindex="0"]') ? "slots" : findArrow(target);
      if (!slot) return;
      wantedMs = slot.startMs;
      setStop();
    },
    onBlur: () => {
      held = undefined;
    },
    returnFocus: () => {
      held = "slots";
      restoreFocus();
    },
  };
};

const isDay = (view: string): boolean => view.endsWith("Day");
const isList = (view: string): boolean => view.startsWith("list");

const findArrow = (target: Element): string | undefined =>
  arrows.split(", ").find((selector) => target.matches(selector));

/**
 * Says a text that is not shown. It stands in a shadow root of an element that v1 leaves empty, so that neither the
 * page's styles nor v1's reach it.
 */
const announce = (calendar: HTMLElement, text: string): void => {
  const host = calendar.querySelector(".fc-toolbar .fc-clear");
  if (!host) return;
  const speech = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  host.setAttribute("role", "status");
  const line = calendar.ownerDocument.createElement("span");
  line.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
  line.textContent = text;
  speech.replaceChildren(line);
};
