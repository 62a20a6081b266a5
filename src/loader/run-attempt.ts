import type { Grant } from "../contract/grant.ts";
import { askEarly } from "./ask-early.ts";
import { LoaderError } from "./errors.ts";
import { readLayers } from "./read-page-config.ts";
import type { EmbedRequest, Shared } from "./shared.ts";
import type { BookingReports, BookingRequest, RunningBooking, Vendor } from "./vendor.ts";

/** Older free times are asked for again. */
const freshMs = 30_000;

export interface AttemptParts {
  readonly askForGrant: () => Promise<Grant>;
  /** The element for v1, once the target is there. */
  readonly widget: Promise<HTMLElement>;
  /** False once the attempt was given up. */
  readonly isCurrent: () => boolean;
  readonly onGranted: () => void;
  readonly reports: BookingReports;
}

/**
 * One way from nothing to a running v1: token and vendor file are fetched at the same time, and v1 starts only
 * after the token was accepted. Undefined when it was given up on the way.
 * @throws LoaderError of whichever part failed first.
 */
export const runAttempt = async (
  { options, vendorUrl, nonce }: EmbedRequest,
  { page, baseUrl, loadVendor }: Shared,
  { askForGrant, widget, isCurrent, onGranted, reports }: AttemptParts,
): Promise<RunningBooking | undefined> => {
  if (options.error) throw options.error;
  if (!vendorUrl) throw new LoaderError("config/bad-option", "data-vendor-url, which is missing");
  const vendor: Promise<Vendor> = loadVendor({ url: vendorUrl, nonce });
  // It is awaited below; until then a failure is nobody's.
  vendor.catch(() => undefined);
  // In a task of its own, so that slow phones answer to a finger between them.
  await new Promise((resolve) => setTimeout(resolve));
  if (!isCurrent()) return undefined;
  const grant = await askForGrant();
  if (!isCurrent()) return undefined;
  onGranted();
  const readRequest = (): Omit<BookingRequest, "element"> => ({
    layers: readLayers(page.window, options.configs),
    grant,
    baseUrl,
  });
  const askedAt = page.now();
  const early = askEarly(readRequest(), page.fetch);
  const { start } = await vendor;
  const element = await widget;
  if (!isCurrent()) return undefined;
  const isFresh = page.now() - askedAt < freshMs;
  return start({ ...readRequest(), element, early: isFresh ? early : undefined }, reports);
};
