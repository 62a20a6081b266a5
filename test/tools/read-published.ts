import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** jQuery and Booking.js v1 as their packages publish them, minified. */
export const readPublished = async (): Promise<{ jquery: Buffer; booking: Buffer }> => ({
  jquery: await readFile(require.resolve("jquery/dist/jquery.min.js")),
  booking: await readFile(require.resolve("timekit-booking/dist/booking.min.js")),
});
