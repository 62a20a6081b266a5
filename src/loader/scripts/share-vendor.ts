import type { Page } from "../page.ts";
import { loadVendor, type Vendor, type VendorSource } from "./load-vendor.ts";
import { createToScriptUrl, type ToScriptUrl } from "./script-url.ts";

/**
 * One load of the vendor file for all embeds of the page, since each evaluation adds 33 kB of styles. A failed
 * load is forgotten, so that a retry loads again; an embed that is destroyed leaves the load to the others.
 * `onLoaded` is called once for each successful load.
 */
export const shareVendor = (
  page: Page,
  onLoaded: (vendor: Vendor) => void,
): ((source: Omit<VendorSource, "toScriptUrl">) => Promise<Vendor>) => {
  let shared: Promise<Vendor> | undefined;
  let toScriptUrl: ToScriptUrl | undefined;
  return (source) => {
    toScriptUrl ??= createToScriptUrl(page.window);
    shared ??= loadVendor({ ...source, toScriptUrl }, page).then(
      (vendor) => {
        onLoaded(vendor);
        return vendor;
      },
      (error: unknown) => {
        shared = undefined;
        throw error;
      },
    );
    return shared;
  };
};
