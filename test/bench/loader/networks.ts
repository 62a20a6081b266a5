/** What the browser is held to: a network as the developer tools of Chromium call it, and how often slower its processor is. */
export interface Conditions {
  readonly bytesPerSecond: number;
  /** From a request to the first byte of its answer, at least. */
  readonly latencyMs: number;
  readonly cpuSlowdown: number;
}

/** Two presets of the developer tools, on a processor half as fast. */
export const networks = {
  "4G": { bytesPerSecond: 1_012_500, latencyMs: 165, cpuSlowdown: 2 },
  "slow 3G": { bytesPerSecond: 50_000, latencyMs: 2000, cpuSlowdown: 2 },
} as const satisfies Readonly<Record<string, Conditions>>;
