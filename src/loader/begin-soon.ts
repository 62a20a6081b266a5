/** Begins embeds, one after the other. */
export interface BeginSoon {
  /** Begins what waits, if anything does: whoever asks for an embed finds it begun. */
  readonly now: () => void;
  /** Lets this wait for a task of its own: slow phones can answer to a finger before. */
  readonly soon: (begin: () => void) => void;
}

export const createBeginSoon = (): BeginSoon => {
  let waiting: (() => void) | undefined;
  const now = (): void => {
    const begin = waiting;
    waiting = undefined;
    begin?.();
  };
  return {
    now,
    soon: (begin) => {
      now();
      waiting = begin;
      setTimeout(now);
    },
  };
};
