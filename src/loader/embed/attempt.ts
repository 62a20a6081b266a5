import { LoaderError } from "../errors.ts";
import { causes } from "../sentences.ts";
import type { Grant } from "../../contract/grant.ts";
import type { Page } from "../page.ts";
import type { ScriptSource } from "../scripts/load-pinned.ts";
import type { BookingReports, BookingRequest, RunningBooking, Vendor } from "../vendor.ts";
import { type EmbedRequest, readLayers } from "./embed-request.ts";
import { prefetch } from "./prefetch.ts";

/** Older free times are asked for again. */
const freshMs = 30_000;

/** What an attempt takes of the loader's services. */
export interface AttemptServices {
  readonly page: Page;
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  readonly loadVendor: (source: ScriptSource) => Promise<Vendor>;
}

export interface AttemptOptions {
  readonly request: EmbedRequest;
  readonly services: AttemptServices;
  readonly requestGrant: () => Promise<Grant>;
  /** The element for v1, once the target is there. */
  readonly widget: Promise<HTMLElement>;
  /** False once the attempt was given up. */
  readonly isCurrent: () => boolean;
  /** The vendor file is there, whatever becomes of the token. */
  readonly onVendor: (vendor: Vendor) => void;
  readonly onGranted: () => void;
  readonly reports: BookingReports;
}

/**
 * One way from nothing to a running v1: token and vendor file are fetched at the same time, and v1 starts only
 * after the token was accepted. Undefined when it was given up on the way.
 * @throws LoaderError of whichever part failed first.
 */
export const runAttempt = async ({
  request: { options, vendorUrl, nonce },
  services: { page, baseUrl, loadVendor },
  requestGrant,
  widget,
  isCurrent,
  onVendor,
  onGranted,
  reports,
}: AttemptOptions): Promise<RunningBooking | undefined> => {
  if (options.error) throw options.error;
  if (!vendorUrl) throw new LoaderError("config/bad-option", "", { sentence: causes.noVendorUrl });
  const vendor: Promise<Vendor> = loadVendor({ url: vendorUrl, nonce });
  // It is awaited below; a failure before that must not count as unhandled.
  vendor.then((given) => isCurrent() && onVendor(given)).catch(() => undefined);
  // Yield, so that slow phones can handle input.
  await new Promise((resolve) => setTimeout(resolve));
  if (!isCurrent()) return undefined;
  const grant = await requestGrant();
  if (!isCurrent()) return undefined;
  onGranted();
  const readRequest = (): Omit<BookingRequest, "element"> => ({
    layers: readLayers(page.window, options),
    grant,
    baseUrl,
    prefill: options.prefill ? { fields: options.prefill, search: page.window.location.search } : undefined,
  });
  const askedAt = page.now();
  const prefetched = prefetch(readRequest(), page.fetch);
  const { start } = await vendor;
  const element = await widget;
  if (!isCurrent()) return undefined;
  const isFresh = page.now() - askedAt < freshMs;
  const { lang, words } = options;
  return start(
    { ...readRequest(), element, lang, words, prefetched: isFresh ? prefetched : undefined },
    reports,
  );
};
