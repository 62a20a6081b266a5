import type { Failure } from "./failures.ts";
import type { EndpointName } from "./routes.ts";

/** The failures that are still to happen. */
export interface FailurePlan {
  /** Adds one and returns the way back. */
  add(failure: Failure): () => void;
  /** The failure of the next request at that endpoint, oldest first; it counts as used. */
  next(endpoint: EndpointName): Failure | undefined;
  clear(): void;
}

/** A plan without failures. */
export const createFailurePlan = (): FailurePlan => {
  const left = new Map<symbol, { failure: Failure; times: number }>();
  return {
    add: (failure) => {
      const key = Symbol(failure.as);
      left.set(key, { failure, times: failure.times ?? Infinity });
      return () => void left.delete(key);
    },
    next: (endpoint) => {
      for (const [key, entry] of left) {
        if (entry.failure.at !== "any" && entry.failure.at !== endpoint) continue;
        entry.times -= 1;
        if (entry.times <= 0) left.delete(key);
        return entry.failure;
      }
      return undefined;
    },
    clear: () => left.clear(),
  };
};
