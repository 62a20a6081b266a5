import type { BookingInstance } from "./booking-js.ts";
import type { SlotTime } from "./slot-steps.ts";

/** A time of FullCalendar, in the zone and the words of the calendar. */
interface Moment {
  valueOf(): number;
  format(pattern?: string): string;
  hours(): number;
  minutes(): number;
}

/** What FullCalendar tells of a slot that it has drawn. */
export interface CalendarEvent {
  readonly title?: string;
  readonly start: Moment;
  readonly end: Moment;
}

/** A free time that is drawn. */
export interface Slot extends SlotTime {
  readonly element: HTMLElement;
}

/**
 * Makes a button of each slot, whose name starts with what is shown of it. The calendar's own moments know its zone
 * and its words; the formats are those of the form.
 */
export const createReadSlot = (instance: BookingInstance) => {
  const { fullCalendar, localization } = instance.getConfig() as {
    readonly fullCalendar?: { readonly timeFormat?: string };
    readonly localization?: { readonly bookingDateFormat?: string };
  };
  const time = fullCalendar?.timeFormat ?? "LT";
  const date = `dddd, ${localization?.bookingDateFormat ?? "LL"}`;
  return ({ title, start, end }: CalendarEvent, element: HTMLElement): Slot => {
    const name = [`${start.format(time)} - ${end.format(time)}`, start.format(date), title?.trim()];
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", name.filter(Boolean).join(", "));
    return {
      element,
      startMs: start.valueOf(),
      day: start.format("YYYY-MM-DD"),
      minute: start.hours() * 60 + start.minutes(),
    };
  };
};
