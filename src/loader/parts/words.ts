/** The loader's own words, as visitors read them. */
export interface Words {
  readonly loading: string;
  readonly failed: string;
  readonly bookingFailed: string;
  readonly retry: string;
  readonly fallback: string;
  /** The accessible name of the notice. */
  readonly noticeName: string;
  readonly notice: string;
  readonly upgrade: string;
  readonly guide: string;
  readonly dismiss: string;
}

/** English; a page replaces single words with `mount({ words })`. */
export const words: Words = {
  loading: "Loading the calendar",
  failed: "The calendar cannot be shown at the moment.",
  bookingFailed: "The booking did not go through. Try again, or pick another time.",
  retry: "Try again",
  fallback: "Book another way",
  noticeName: "Upgrade notice",
  notice: "This calendar runs on Booking.js v1, which Timekit has deprecated. Version 2 is recommended.",
  upgrade: "Move to v2",
  guide: "Show what v2 needs",
  dismiss: "Dismiss",
};
