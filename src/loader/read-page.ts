import type { Page } from "./page.ts";

/** The page around this script; the one place that reads the globals. */
export const readPage = (): Page => ({
  window,
  document,
  fetch: (input, init) => window.fetch(input, init),
  now: () => Date.now(),
  console,
});
