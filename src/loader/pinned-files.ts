import type { OwnerTools } from "./owner-tools.ts";
import type { PinnedFile } from "./scripts/load-pinned.ts";
import type { Vendor } from "./vendor.ts";

/** jQuery and Booking.js v1. */
export const vendorFile: PinnedFile<Vendor> = {
  integrity: __VENDOR_INTEGRITY__,
  property: "timekitEmbedVendor",
  tool: "start",
};

/** What only owners ask for. */
export const ownerFile: PinnedFile<OwnerTools> = {
  integrity: __OWNER_INTEGRITY__,
  property: "timekitEmbedOwner",
  tool: "openGuide",
};
