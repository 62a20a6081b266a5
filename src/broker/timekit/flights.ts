/** Keeps a promise alive beyond the request that started it; a Worker's `ctx.waitUntil`. */
export type WaitUntil = (work: Promise<unknown>) => void;

export interface Flights<Result> {
  /** The work under way for this key, or else the work that `start` begins. */
  readonly share: (key: string, start: () => Promise<Result>, waitUntil: WaitUntil) => Promise<Result>;
}

/**
 * One piece of work for a key at a time, however many ask; nothing is kept once it has ended, least of all a failure.
 * `waitUntil` is called by whoever starts: without it, workerd fails all followers when the first request ends early.
 */
export const createFlights = <Result>(): Flights<Result> => {
  const underWay = new Map<string, Promise<Result>>();
  return {
    share: (key, start, waitUntil) => {
      const shared = underWay.get(key);
      if (shared) return shared;
      const flight = start().finally(() => underWay.delete(key));
      underWay.set(key, flight);
      // Its failure reaches those who await it; waitUntil only needs to know when it has ended.
      waitUntil(flight.catch(() => undefined));
      return flight;
    },
  };
};
