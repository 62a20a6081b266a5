/** One free time as it is drawn. */
export interface DrawnSlot {
  /** As the calendar writes it, `8:00am`; a short slot of the week shows no end. */
  readonly start: string;
  /** The day whose column, list or page it stands in, as `2026-12-02`. */
  readonly date: string;
  /** In the document, in CSS pixels. */
  readonly box: Box;
  /** Once it has been scrolled to: on a phone the calendar scrolls by itself. */
  readonly isInsideCalendar: boolean;
  /** Whether a click on its centre would reach it, once it has been scrolled to. */
  readonly isOnTop: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Runs in the page: every slot in any of v1's views. Elements inside another slot are not slots, and do not hide. */
export const readSlots = (): readonly DrawnSlot[] => {
  const selector = ".fc-event, .fc-list-item";
  const boxOf = (element: Element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return {
      left: left + scrollX,
      top: top + scrollY,
      right: right + scrollX,
      bottom: bottom + scrollY,
    };
  };
  const days = [...document.querySelectorAll<HTMLElement>(".fc-day-header[data-date]")];
  const dateOf = (slot: Element): string => {
    for (
      let row = slot.previousElementSibling;
      row instanceof HTMLElement;
      row = row.previousElementSibling
    ) {
      if (row.matches(".fc-list-heading")) return row.dataset["date"] ?? "";
    }
    const { left, right } = boxOf(slot);
    const middle = (left + right) / 2;
    const day = days.find((header) => boxOf(header).left < middle && middle < boxOf(header).right);
    return day?.dataset["date"] ?? "";
  };
  const isInside = (inner: Box, outer: Box): boolean =>
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 &&
    inner.bottom <= outer.bottom + 1;
  const calendar = document.querySelector(".bookingjs-calendar") ?? document.head;
  const slots = [...document.querySelectorAll(selector)];
  const drawn = slots.map((slot) => ({ slot, box: boxOf(slot), date: dateOf(slot) }));

  return drawn.map(({ slot, box, date }) => {
    slot.scrollIntoView({ block: "center" });
    const { left, top, width, height } = slot.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    const [start = ""] = slot.querySelector(".fc-time, .fc-list-item-time")?.textContent?.split(" - ") ?? [];
    return {
      start,
      date,
      box,
      isInsideCalendar: isInside(boxOf(slot), boxOf(calendar)),
      isOnTop: hit?.closest(selector) === slot,
    };
  });
};

/** Whether two boxes share more than an edge. */
export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right - 1 &&
  other.left < one.right - 1 &&
  one.top < other.bottom - 1 &&
  other.top < one.bottom - 1;
