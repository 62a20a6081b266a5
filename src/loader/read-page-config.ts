import { isPlainObject, type PlainObject } from "./plain-object.ts";
import type { ConfigLayer } from "./vendor.ts";

/** The page's own v1 configuration; a `<a id=timekitBookingConfig>` is none. */
export const readPageConfig = (window: Window): PlainObject => {
  const { timekitBookingConfig } = window as { timekitBookingConfig?: unknown };
  return isPlainObject(timekitBookingConfig) ? timekitBookingConfig : {};
};

/** The page's own v1 configuration, and over it what the options give, weakest first. */
export const readLayers = (window: Window, configs: readonly ConfigLayer[]): readonly ConfigLayer[] => [
  { config: readPageConfig(window), isOwners: true },
  ...configs,
];
