import type { Page } from "./page.ts";

/** Prints for the site's owner. Foreign values are arguments of their own, never part of a format string. */
export const print = (
  console: Page["console"],
  level: "error" | "warn" | "info",
  ...values: readonly unknown[]
): void => console[level]("[timekit-embed]", ...values.filter((value) => value !== undefined));
