const shortestMs = 100;

/** No broker is without the store for longer than this once the store is back. */
export const longestPauseMs = 3000;

/** How long to wait before the next attempt to reach the store, after so many have failed: twice as long each time, half of it by chance. */
export const decidePause = (attempts: number, random: number): number =>
  Math.min(longestPauseMs, shortestMs * 2 ** attempts) * (0.5 + random / 2);
