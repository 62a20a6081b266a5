import type { Undo } from "../page.ts";

export interface ScreenReports {
  readonly onShown: (slots: number) => void;
  /** v1 shows its error screen although no call to Timekit has failed. */
  readonly onErrorScreen: () => void;
}

export interface Screen {
  /** So many slots have arrived: reports them once they are drawn. */
  readonly expectSlots: (slots: number) => void;
  /** v1's error screen will appear: takes it away, since the loader shows the failure itself. */
  readonly expectError: () => void;
  readonly stop: Undo;
}

/**
 * Watches what v1 draws. The slots are drawn in the turn after their answer, by a calendar that may show none
 * of them at first (a list, another week); the error screen is the only trace of v1's own mistakes.
 */
export const watchScreen = (element: HTMLElement, { onShown, onErrorScreen }: ScreenReports): Screen => {
  let isErrorExpected = false;
  const timers = new Set<ReturnType<typeof setTimeout>>();

  const observer = new MutationObserver(() => {
    const errorScreen = element.querySelector(":scope > .bookingjs-error");
    if (!errorScreen) return;
    errorScreen.remove();
    if (!isErrorExpected) onErrorScreen();
  });
  observer.observe(element, { childList: true });

  return {
    expectSlots: (slots) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        onShown(slots);
      });
      timers.add(timer);
    },
    expectError: () => {
      isErrorExpected = true;
    },
    stop: () => {
      observer.disconnect();
      timers.forEach(clearTimeout);
    },
  };
};
