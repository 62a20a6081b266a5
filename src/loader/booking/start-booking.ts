import type { Booked } from "../events.ts";
import type { Undo } from "../page.ts";
import type { BookingInstance, JQuery } from "./booking-js.ts";
import { guardSdk, type SdkFailure } from "./guard-sdk.ts";
import { shieldCallbacks } from "./shield-callbacks.ts";
import { watchScreen } from "./watch-screen.ts";

export interface BookingParts {
  readonly Booking: new () => unknown;
  readonly jQuery: unknown;
  /** Where v1 draws. */
  readonly element: HTMLElement;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface BookingReports {
  /** So many slots are on screen; 0 is an answer too. */
  readonly onShown: (slots: number) => void;
  readonly onBooked: (booked: Booked) => void;
  readonly onFailure: (failure: SdkFailure) => void;
}

export interface RunningBooking {
  readonly instance: BookingInstance;
  /** Goes on with another token, without losing what the visitor has typed. */
  readonly useToken: (email: string, token: string) => void;
  readonly destroy: Undo;
}

/**
 * Starts Booking.js v1 in the element: a new instance each time, since one that has failed once reports no
 * later failure. `init()` says nothing of what happens; the calls to Timekit and the screen do.
 */
export const startBooking = (parts: BookingParts, reports: BookingReports): RunningBooking => {
  const { Booking, jQuery, element, config } = parts;
  const instance = new Booking() as BookingInstance;
  const screen = watchScreen(element, {
    onShown: reports.onShown,
    onErrorScreen: () => reports.onFailure({ call: "availability", status: 0 }),
  });

  guardSdk(instance.timekitSdk, {
    onSlots: screen.expectSlots,
    onBooked: reports.onBooked,
    onFailure: (failure) => {
      screen.expectError();
      reports.onFailure(failure);
    },
  });
  instance.init({ ...config, callbacks: shieldCallbacks(config["callbacks"]), targetEl: element });

  return {
    instance,
    useToken: (email, token) => instance.timekitSdk.setUser(email, token),
    destroy: () => {
      screen.stop();
      try {
        // v1's own destroy() leaves FullCalendar's handlers on the window.
        instance.fullCalendar("destroy");
      } catch {
        // It failed before there was a calendar.
      }
      instance.destroy();
      // An open form listens for Escape on the document; only v1 uses this jQuery.
      (jQuery as JQuery)(element.ownerDocument).off("keyup");
    },
  };
};
