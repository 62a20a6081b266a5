import type { Undo } from "../page.ts";

const keys = { dismissed: "timekit-embed:notice-dismissed", owner: "timekit-embed:owner" } as const;
const dismissalMs = 30 * 24 * 60 * 60_000;

/** What this browser remembers about the notice; nothing where storage is denied. */
export interface NoticeMemory {
  readonly isDismissed: () => boolean;
  readonly dismiss: Undo;
  readonly isOwner: () => boolean;
}

/** Keeps a dismissal for 30 days, and takes the owner's choice from the page's `?timekit-notice=`. */
export const createNoticeMemory = (window: Window, now: () => number): NoticeMemory => {
  const choice = new URLSearchParams(window.location.search).get("timekit-notice");
  if (choice === "owner") write(window, keys.owner, "1");
  if (choice === "off") write(window, keys.owner, "");

  return {
    isDismissed: () => {
      const age = now() - Number(read(window, keys.dismissed) ?? NaN);
      return age >= 0 && age < dismissalMs;
    },
    dismiss: () => write(window, keys.dismissed, String(now())),
    isOwner: () => read(window, keys.owner) === "1",
  };
};

// In sandboxed frames and with cookies blocked the very access to `localStorage` throws.
const read = (window: Window, key: string): string | null => {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
};

const write = (window: Window, key: string, value: string): void => {
  try {
    if (value) window.localStorage.setItem(key, value);
    else window.localStorage.removeItem(key);
  } catch {
    // Then it is asked again on the next visit.
  }
};
