import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const rootFolder = fileURLToPath(new URL("../..", import.meta.url));

/** The folder that `npm run build` leaves. */
export const distFolder = join(rootFolder, "dist");

/** The bytes of a built file, given its path in `dist/`; rejects if the package has not been built. */
export const readDist = (name: string): Promise<Buffer> => readFile(join(distFolder, name));

/** The paths of all built files, relative to `dist/`, with slashes. */
export const listDist = (): readonly string[] =>
  readdirSync(distFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(distFolder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();

/** Where the build left the vendor file, relative to `dist/`. */
export const vendorFile = __VENDOR_FILE__;

/** The owners' file, relative to `dist/`. */
export const ownerFile = __OWNER_FILE__;

const require = createRequire(import.meta.url);

/** jQuery and Booking.js v1 as their packages publish them, minified. */
export const readPublished = async (): Promise<{ jquery: Buffer; booking: Buffer }> => ({
  jquery: await readFile(require.resolve("jquery/dist/jquery.min.js")),
  booking: await readFile(require.resolve("timekit-booking/dist/booking.min.js")),
});
