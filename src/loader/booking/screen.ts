import type { Undo } from "../page.ts";
import type { BookingInstance } from "./booking-js.ts";

interface ScreenReports {
  readonly onShown: (slots: number) => void;
  /** v1 shows its error screen although no call to Timekit has failed. */
  readonly onErrorScreen: () => void;
}

interface Screen {
  /** So many slots have arrived: reports them once they are drawn. */
  readonly expectSlots: (slots: number) => void;
  /** v1's error screen will appear: takes it away, since the loader shows the failure itself. */
  readonly expectError: () => void;
  readonly stop: Undo;
}

/**
 * Watches what v1 draws. The slots are drawn in the turn after their answer, by a calendar that may show none
 * of them at first (a list, another week); the error screen is the only trace of v1's own mistakes.
 */
export const watchScreen = (element: HTMLElement, { onShown, onErrorScreen }: ScreenReports): Screen => {
  let isErrorExpected = false;
  const timers = new Set<ReturnType<typeof setTimeout>>();

  const observer = new MutationObserver(() => {
    const errorScreen = element.querySelector(":scope > .bookingjs-error");
    if (!errorScreen) return;
    errorScreen.remove();
    if (!isErrorExpected) onErrorScreen();
  });
  observer.observe(element, { childList: true });

  return {
    expectSlots: (slots) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        onShown(slots);
      });
      timers.add(timer);
    },
    expectError: () => {
      isErrorExpected = true;
    },
    stop: () => {
      observer.disconnect();
      timers.forEach(clearTimeout);
    },
  };
};

/**
 * Calls back when the element gets a width after it had none, as in a tab that is opened: what was drawn before was
 * drawn for no width, or for another one. Afterwards the same width changes nothing.
 */
export const watchOpening = (element: HTMLElement, onOpened: () => void): Undo => {
  let drawnWidth = element.clientWidth;
  let isOpen = drawnWidth > 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    const width = element.clientWidth;
    // In a turn of its own: what changes sizes in here is an error event of the page's window.
    if (width > 0 && !isOpen && width !== drawnWidth) timer = setTimeout(onOpened);
    isOpen = width > 0;
    if (isOpen) drawnWidth = width;
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
};

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
