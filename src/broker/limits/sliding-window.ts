/** Counts events so that no window of its length, wherever it begins, ever holds more than its limit. */
export interface SlidingWindow {
  /** How long until one more event fits; 0 if it fits now. */
  readonly waitMs: (nowMs: number) => number;
  readonly add: (nowMs: number) => void;
}

export interface WindowOptions {
  readonly limit: number;
  readonly windowMs: number;
}

export const createSlidingWindow = ({ limit, windowMs }: WindowOptions): SlidingWindow => {
  // A ring of the last events: the one that is about to be overwritten is the one that must have left the window.
  const times = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  return {
    waitMs: (nowMs) => {
      const waitMs = (times[next] ?? 0) + windowMs - nowMs;
      // More than a whole window ahead means that the clock was set back.
      return waitMs > windowMs ? 0 : Math.max(0, waitMs);
    },
    add: (nowMs) => {
      times[next] = nowMs;
      next = (next + 1) % limit;
    },
  };
};
