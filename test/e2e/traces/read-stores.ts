import type { Finding } from "./find-traces.ts";

/** Runs in the page: finds a pattern in its stores, lists and names. */
export const readStores = (pattern: string): readonly Finding[] => {
  const listed: Readonly<Record<string, readonly unknown[]>> = {
    localStorage: Object.entries(localStorage),
    sessionStorage: Object.entries(sessionStorage),
    cookie: [document.cookie],
    address: [location.href, document.referrer, document.title, window.name],
    "history state": [history.state],
    // Not typed everywhere yet; Chromium has it.
    history: (Reflect.get(window, "navigation") as { entries(): readonly { url: string }[] })
      .entries()
      .map(({ url }) => url),
    performance: performance.getEntries(),
  };
  return Object.entries(listed).flatMap(([place, entries]) =>
    [...JSON.stringify(entries).matchAll(new RegExp(pattern, "g"))].map(([match]): Finding => [match, place]),
  );
};
