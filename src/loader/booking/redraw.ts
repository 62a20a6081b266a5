import type { BookingInstance } from "./booking-js.ts";

/**
 * Draws the calendar for the width that it has now: FullCalendar draws nothing while it has none, and v1 chooses the
 * view for a width only when the window's changes.
 */
export const redraw = (instance: Pick<BookingInstance, "fullCalendar">): void => {
  try {
    instance.fullCalendar("render");
    const chooseView = instance.fullCalendar("option", "windowResize");
    if (isFunction(chooseView)) chooseView(instance.fullCalendar("getView"));
  } catch {
    // There is no calendar yet; once there is, it is drawn for the width that it finds.
  }
};

const isFunction = (value: unknown): value is (view: unknown) => void => typeof value === "function";
