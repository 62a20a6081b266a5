import { createRequire } from "node:module";
import type { JQuery } from "../../../../src/loader/booking/booking-js.ts";

/** The published jQuery, as the vendor file has it: one of its own for each case. */
export const createJquery = (): PublishedJquery => {
  const require = createRequire(import.meta.url);
  const path = require.resolve("jquery");
  delete require.cache[path];
  return require(path) as PublishedJquery;
};

interface PublishedJquery extends JQuery {
  (target: unknown): {
    on(events: string, ...listener: readonly unknown[]): unknown;
    one(events: string, listener: () => void): unknown;
    off(events: string, ...listener: readonly unknown[]): unknown;
  };
  readonly expando: string;
}
