import { LoaderError } from "../errors.ts";
import type { Page } from "../page.ts";
import { loadScript } from "./load-script.ts";
import type { ToScriptUrl } from "./script-url.ts";

/** What the vendor file leaves on its own script element. */
export interface Vendor {
  /** Constructor of Booking.js v1. */
  readonly Booking: new () => unknown;
  readonly version: string;
  /** The private jQuery that v1 uses. */
  readonly jQuery: unknown;
  /** The style elements that v1 has added to the page. */
  readonly styles: readonly HTMLStyleElement[];
}

export interface VendorSource {
  readonly url: URL;
  readonly integrity: string;
  readonly nonce: string | undefined;
  readonly toScriptUrl: ToScriptUrl;
}

const limits = { attempts: 3, attemptMs: 10_000, totalMs: 20_000, firstDelayMs: 300 } as const;

/**
 * Loads the vendor file: at most three attempts of 10 s, 20 s in all, a new element each time.
 * @throws LoaderError `vendor/blocked`, `vendor/timeout`, `vendor/unusable`.
 */
export const loadVendor = async (source: VendorSource, page: Page): Promise<Vendor> => {
  const endsAt = page.now() + limits.totalMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const timeoutMs = Math.min(limits.attemptMs, endsAt - page.now());
      return parseVendor(await loadScript({ ...source, timeoutMs }, page));
    } catch (error) {
      // Full jitter, so that many pages do not come back to a host in trouble at once.
      const delayMs = Math.random() * limits.firstDelayMs * 2 ** attempt;
      if (attempt === limits.attempts || page.now() + delayMs >= endsAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
};

const parseVendor = (script: HTMLScriptElement): Vendor => {
  const { timekitEmbedVendor: vendor } = script as { timekitEmbedVendor?: Vendor };
  if (typeof vendor?.Booking !== "function") throw new LoaderError("vendor/unusable");
  return vendor;
};
