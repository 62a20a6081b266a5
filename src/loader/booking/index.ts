import type { Vendor } from "../vendor.ts";
import { adoptStyles } from "./adopt-styles.ts";
import { keepPlace } from "./keep-place.ts";
import { isolateFormKeys, isolateListeners } from "./listeners.ts";
import { createOldLines, type OldLines } from "./old-lines.ts";
import { type BookingJs, startBooking } from "./start-booking.ts";

/**
 * The entry that the build puts into the vendor file, beside v1: it is of no use without it, so that nobody has
 * to load it before. `styles` are the style elements that v1 has added to the document.
 */
export const shieldBooking = (
  bookingJs: BookingJs,
  styles: readonly HTMLStyleElement[],
  document: Document,
): Vendor => {
  adoptStyles(styles, document);
  isolateListeners(bookingJs.jQuery.event);
  const joinKeys = isolateFormKeys(bookingJs.jQuery);
  let oldLines: OldLines | undefined;
  return {
    keepPlace: (place, page) => keepPlace(place, (oldLines ??= createOldLines(page))),
    start: (request, reports) => startBooking({ ...bookingJs, styles, joinKeys }, request, reports),
  };
};
