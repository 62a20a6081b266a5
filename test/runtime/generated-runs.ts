import * as fc from "fast-check";

export interface GeneratedRuns {
  readonly runs: number;
  /** Which way Timekit's answers take: from a server on a real socket, or, many times faster, within this process. */
  readonly over: "socket" | "memory";
}

/** Tries the property so many times, with the same cases whenever it is run; throws at the first that does not hold. */
export const holdFor = <Case extends [unknown, ...unknown[]]>(
  runs: number,
  property: fc.IAsyncProperty<Case>,
): Promise<void> => fc.assert(property, { numRuns: runs, seed: 20_271_106, endOnFailure: true });
