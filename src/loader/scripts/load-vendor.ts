import { LoaderError } from "../errors.ts";
import type { Page } from "../page.ts";
import type { Vendor } from "../vendor.ts";
import { loadScript } from "./load-script.ts";
import { createToScriptUrl } from "./script-url.ts";

export interface VendorSource {
  readonly url: string;
  readonly nonce: string | undefined;
}

/** `retryMs` is doubled for each attempt and then drawn by lot, so that pages do not come back all at once. */
const limits = { attempts: 3, attemptMs: 10_000, totalMs: 20_000, retryMs: 300 } as const;

/**
 * Creates the loading of the vendor file: at most three attempts of 10 s, 20 s in all. All embeds share one load,
 * since each evaluation adds 33 kB of styles; a failed one is forgotten, so that a retry loads again.
 */
export const createLoadVendor = (
  page: Page,
  integrity: string,
): ((source: VendorSource) => Promise<Vendor>) => {
  const toScriptUrl = createToScriptUrl(page.window);
  let shared: Promise<Vendor> | undefined;

  const load = async (source: VendorSource, endsAt: number, attempt: number): Promise<Vendor> => {
    try {
      const timeoutMs = Math.min(limits.attemptMs, endsAt - page.now());
      return readVendor(
        await loadScript({ ...source, integrity, timeoutMs }, page.document, toScriptUrl),
        source,
      );
    } catch (error) {
      const delayMs = Math.random() * limits.retryMs * 2 ** attempt;
      if (attempt === limits.attempts || page.now() + delayMs >= endsAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return load(source, endsAt, attempt + 1);
    }
  };

  return (source) => {
    shared ??= load(source, page.now() + limits.totalMs, 1).catch((error: unknown) => {
      shared = undefined;
      throw error;
    });
    return shared;
  };
};

/** @throws LoaderError `vendor/unusable` when the script has left nothing, or only its error. */
const readVendor = (script: HTMLScriptElement, { url }: VendorSource): Vendor => {
  const { timekitEmbedVendor: vendor } = script as { timekitEmbedVendor?: Partial<Vendor> };
  if (!vendor?.start) throw new LoaderError("vendor/unusable", url);
  return { start: vendor.start };
};
