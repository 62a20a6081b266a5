import type { Grant } from "../contract/grant.ts";
import { addGrant } from "./booking/build-config.ts";
import { startBooking, type BookingReports, type RunningBooking } from "./booking/start-booking.ts";
import type { PlainObject } from "./plain-object.ts";
import type { Vendor } from "./scripts/load-vendor.ts";

export interface AttemptParts {
  readonly askForGrant: () => Promise<Grant>;
  readonly loadVendor: () => Promise<Vendor>;
  /** The element for v1, once the target is there. */
  readonly element: Promise<HTMLElement>;
  /** The owner's Booking.js options, checked. */
  readonly config: PlainObject;
  readonly baseUrl: string;
  readonly signal: AbortSignal;
  readonly onGranted: () => void;
}

/**
 * One way from nothing to a running v1: token and vendor file are fetched at the same time, v1 starts only
 * after the token was accepted. Undefined when it was given up on the way.
 * @throws LoaderError of whichever part failed first.
 */
export const runAttempt = async (
  parts: AttemptParts,
  reports: BookingReports,
): Promise<RunningBooking | undefined> => {
  const { askForGrant, loadVendor, element, config, baseUrl, signal, onGranted } = parts;
  const vendor = loadVendor();
  // It is awaited below; until then a failure is nobody's.
  vendor.catch(() => undefined);
  const grant = await askForGrant();
  if (signal.aborted) return undefined;
  onGranted();
  const { Booking, jQuery } = await vendor;
  const place = await element;
  if (signal.aborted) return undefined;
  return startBooking({ Booking, jQuery, element: place, config: addGrant(config, grant, baseUrl) }, reports);
};
