import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The folder that `npm run build` leaves. */
export const distFolder = fileURLToPath(new URL("../../dist/", import.meta.url));

/** The bytes of a built file, given its path in `dist/`; rejects if the package has not been built. */
export const readDist = (name: string): Promise<Buffer> =>
  readFile(new URL(`../../dist/${name}`, import.meta.url));

/** Where the build left the vendor file, relative to `dist/`. */
export const vendorFile = __VENDOR_FILE__;
