import { isPlainObject, type PlainObject } from "./plain-object.ts";

/** The page's own v1 configuration; a `<a id=timekitBookingConfig>` is none. */
export const readPageConfig = (window: Window): PlainObject => {
  const { timekitBookingConfig } = window as { timekitBookingConfig?: unknown };
  return isPlainObject(timekitBookingConfig) ? timekitBookingConfig : {};
};
