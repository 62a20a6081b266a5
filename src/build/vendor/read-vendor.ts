import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { toIntegrity } from "../integrity.ts";
import type { PinnedFile } from "../pinned-file.ts";
import { readVersion } from "../read-version.ts";
import { bundleShield } from "./bundle-shield.ts";
import { joinVendor } from "./join-vendor.ts";

/** The vendor file made from the installed packages, or from the copy of Booking.js v1 that the environment names. */
export const readVendor = async (environment: NodeJS.ProcessEnv): Promise<PinnedFile> => {
  const { BOOKING_JS: path, BOOKING_JS_VERSION: version } = environment;
  if (Boolean(path) !== Boolean(version)) throw new Error("set BOOKING_JS and BOOKING_JS_VERSION together");
  if (version && !versionPattern.test(version))
    throw new Error("BOOKING_JS_VERSION becomes part of a file name: use letters, digits, dots and dashes");

  const bookingVersion = version || readVersion(require.resolve("timekit-booking/package.json"));
  const bytes = joinVendor({
    wrapper: readFileSync(new URL("wrapper.js", import.meta.url), "utf8"),
    jquery: readFileSync(require.resolve("jquery/dist/jquery.min.js")),
    booking: readFileSync(path ? resolve(path) : require.resolve("timekit-booking/dist/booking.min.js")),
    shield: await bundleShield(),
    bookingVersion,
  });
  return { fileName: `vendor/booking-${bookingVersion}.js`, bytes, integrity: toIntegrity(bytes) };
};

const require = createRequire(import.meta.url);

const versionPattern = /^[\w-]+(\.[\w-]+)*$/;
