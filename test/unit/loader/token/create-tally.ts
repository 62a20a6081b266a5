/** Counts what happens, for those who wait for it. */
export interface Tally {
  readonly add: () => void;
  /** Resolves when it has happened so many times. */
  readonly reaches: (count: number) => Promise<void>;
}

export const createTally = (): Tally => {
  const waiting = new Set<{ readonly count: number; readonly resolve: () => void }>();
  let seen = 0;
  const wake = (): void => {
    for (const { count, resolve } of waiting) if (seen >= count) resolve();
  };
  return {
    add: () => {
      seen += 1;
      wake();
    },
    reaches: (count) =>
      new Promise((resolve) => {
        waiting.add({ count, resolve });
        wake();
      }),
  };
};
