import type { Undo } from "../page.ts";

/** What v1 does about Timekit. */
export interface Watchdog {
  /** It has asked. */
  readonly onAsked: () => void;
  /** It has heard an answer, or that there is none. */
  readonly onHeard: () => void;
  readonly stop: Undo;
}

/** v1 asks in the turn in which it starts; Timekit's answers take a few seconds at worst. */
const limits = { idleMs: 5_000, answerMs: 30_000 } as const;

/**
 * Calls back once when v1 does nothing for too long. Its `init()` swallows whatever is thrown in it, and it gives no
 * request a limit: it would show that it is loading for ever.
 */
export const createWatchdog = (onSilent: (reason: string) => void): Watchdog => {
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const wait = (): void => {
    clearTimeout(timer);
    if (isOver) return;
    timer = setTimeout(
      () => onSilent(asked > 0 ? "Timekit does not answer" : dead),
      asked > 0 ? limits.answerMs : limits.idleMs,
    );
  };
  wait();
  return {
    onAsked: () => {
      asked += 1;
      wait();
    },
    onHeard: () => {
      asked -= 1;
      wait();
    },
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
};

const dead = "it does not start, as in XHTML pages and where scripts extend Object.prototype";
