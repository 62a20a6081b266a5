import * as fc from "fast-check";
import { isThorough } from "../tools/thorough.ts";

export interface GeneratedRuns {
  readonly runs: number;
  /** Which way Timekit's answers take: from a server on a real socket, or, many times faster, within this process. */
  readonly over: "socket" | "memory";
}

/** A thousand cases, and in the slow project a hundred thousand. */
export const generatedRuns: GeneratedRuns & { readonly timeoutMs: number } = isThorough
  ? { runs: 100_000, over: "memory", timeoutMs: 1_800_000 }
  : { runs: 1000, over: "socket", timeoutMs: 120_000 };

/** Tries the property so many times, with the same cases whenever it is run; throws at the first that does not hold. */
export const holdFor = <Case extends [unknown, ...unknown[]]>(
  runs: number,
  property: fc.IAsyncProperty<Case>,
): Promise<void> => fc.assert(property, { numRuns: runs, seed: 20_271_106, endOnFailure: true });
