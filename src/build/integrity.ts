import { createHash } from "node:crypto";

/** The value of an `integrity` attribute for these bytes, as `sha384-…`. */
export const toIntegrity = (bytes: Uint8Array): string =>
  `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
