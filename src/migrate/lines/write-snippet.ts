import type { PlainObject } from "../migration.ts";
import { writeValue } from "./write-value.ts";

/** Booking.js v2's lines for a page, with these options. What a person has to fill in ends in `…`. */
export const writeSnippet = (config: PlainObject): string =>
  [
    ...("el" in config ? [] : ['<div id="bookingjs"></div>']),
    "<script>",
    `  window.timekitBookingConfig = ${writeValue({ ...toFillIn(config), ...config }, "  ")};`,
    "</script>",
    '<script src="https://ajax.googleapis.com/ajax/libs/jquery/3.7.1/jquery.min.js" defer></script>',
    '<script src="https://cdn.timekit.io/booking-js/v2/booking.min.js" defer></script>',
  ].join("\n");

const toFillIn = (config: PlainObject): PlainObject => ({
  app_key: "live_widget_key_…",
  ...("project_slug" in config ? {} : { project_id: "…" }),
});
