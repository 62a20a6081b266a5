import { readVersion } from "./read-version.ts";
import type { Vendor } from "./vendor/read-vendor.ts";

/** What `src/loader/build-constants.d.ts` declares, as expressions for Vite's `define`. */
export const toBuildConstants = (vendor: Vendor, environment: NodeJS.ProcessEnv): Record<string, string> => ({
  __VERSION__: JSON.stringify(readVersion(new URL("../../package.json", import.meta.url))),
  __VENDOR_FILE__: JSON.stringify(vendor.fileName),
  __VENDOR_INTEGRITY__: JSON.stringify(vendor.integrity),
  __BROKER_URL__: JSON.stringify(environment["VITE_BROKER_URL"] ?? ""),
});
