import type { Undo } from "./page.ts";

/** Calls back once when the browser is online again. */
export const whenOnline = (window: Window, onOnline: () => void): Undo => {
  window.addEventListener("online", onOnline, { once: true });
  return () => window.removeEventListener("online", onOnline);
};
