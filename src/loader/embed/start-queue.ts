import type { Undo } from "../page.ts";

/** Starts embeds one after the other, each in a task of its own, so that slow phones can handle input in between. */
export interface StartQueue {
  /** Starts what is scheduled, if anything is: whoever asks for an embed finds it started. */
  readonly flush: () => void;
  readonly schedule: (start: () => void) => void;
  /** Forgets what is scheduled. */
  readonly clear: Undo;
}

export const createStartQueue = (): StartQueue => {
  let scheduled: (() => void) | undefined;
  const flush = (): void => {
    const start = scheduled;
    scheduled = undefined;
    start?.();
  };
  return {
    flush,
    schedule: (start) => {
      flush();
      scheduled = start;
      setTimeout(flush);
    },
    clear: () => {
      scheduled = undefined;
    },
  };
};
