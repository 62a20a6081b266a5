/** What happens to the notice. */
export type NoticeAction = "shown" | "followed" | "copied" | "dismissed";

const dismissedKey = "timekit-embed:dismissed";
const ownerKey = "timekit-embed:owner";
const dismissalMs = 30 * 24 * 60 * 60_000;

/** What this browser remembers about the notice; nothing where storage is denied. */
export interface Dismissal {
  readonly isDismissed: () => boolean;
  readonly dismiss: () => void;
  readonly isOwner: () => boolean;
}

/** Keeps a dismissal for 30 days, and takes the owner's choice from the page's `?timekit-notice=`. */
export const createDismissal = (window: Window, now: () => number): Dismissal => {
  // In sandboxed frames and with cookies blocked the very access to `localStorage` throws.
  const remember = (key: string, value: string): void => {
    try {
      window.localStorage.setItem(key, value);
    } catch {
      // Then it is asked again on the next visit.
    }
  };
  const recall = (key: string): string | null => {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const choice = /[?&]timekit-notice=(owner|off)\b/.exec(window.location.search)?.[1];
  if (choice) remember(ownerKey, choice);
  return {
    // A clock that was set back does not hide the notice for years.
    isDismissed: () => Math.abs(now() - Number(recall(dismissedKey))) < dismissalMs,
    dismiss: () => remember(dismissedKey, String(now())),
    isOwner: () => recall(ownerKey) === "owner",
  };
};
