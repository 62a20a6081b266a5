import { boot } from "./boot.ts";
import { readPage } from "./page.ts";

interface Define {
  (name: string, dependencies: readonly string[], factory: () => unknown): void;
  readonly amd?: unknown;
}

// The entry of the script tag. It boots on every page, whatever module loader the page has; a *named* module
// cannot be mistaken for the one that RequireJS is waiting for.
const api = boot(readPage());
try {
  const { define } = window as { define?: Define };
  if (typeof define === "function" && define.amd) define("timekit-embed", [], () => api);
} catch {
  // The page's own loader failed; the calendar is there all the same.
}
