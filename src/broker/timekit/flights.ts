/** Keeps a promise alive beyond the request that started it; a Worker's `ctx.waitUntil`. */
export type WaitUntil = (work: Promise<unknown>) => void;

export interface Flights<Result> {
  /** The work under way for this key, or else the work that `start` begins. */
  readonly share: (key: string, start: () => Promise<Result>, waitUntil: WaitUntil) => Promise<Result>;
}

export interface FlightOptions {
  /** After this long a flight counts as lost, and the next who asks starts another. */
  readonly longestMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A flight gives up by itself; only one that its platform has ended is waited for so much longer. */
export const graceMs = 100;

/**
 * One piece of work for a key at a time, however many ask; nothing is kept once it has ended, least of all a failure.
 * `waitUntil` is called by whoever starts: without it, workerd fails all followers when the first request ends early
 * (https://github.com/panva/jose/issues/355). A flight that it ends all the same never settles, hence the limit.
 */
export const createFlights = <Result>({ longestMs, now }: FlightOptions): Flights<Result> => {
  const underWay = new Map<string, { readonly result: Promise<Result>; readonly startedAtMs: number }>();
  return {
    share: (key, start, waitUntil) => {
      const shared = underWay.get(key);
      if (shared && now() - shared.startedAtMs <= longestMs) return shared.result;
      const result = start().finally(() => {
        if (underWay.get(key)?.result === result) underWay.delete(key);
      });
      underWay.set(key, { result, startedAtMs: now() });
      // Its failure reaches those who await it; waitUntil only needs to know when it has ended.
      waitUntil(result.catch(() => undefined));
      return result;
    },
  };
};
