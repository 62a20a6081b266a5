import { createBoundedMap } from "../bounded-map.ts";
import type { Kept } from "./store.ts";

/** The lookups that a process keeps by itself. */
export interface MemoryLookups {
  readonly read: (id: string) => Kept | undefined;
  readonly write: (id: string, kept: Kept) => void;
}

// About two kilobytes each; hardly anybody embeds more resources than this.
const mostResources = 4_000;

/** Strangers' ids have a table of their own, so that they cannot push real ones out. */
export const createMemoryLookups = (limit = mostResources): MemoryLookups => {
  const found = createBoundedMap<Kept>(limit);
  const none = createBoundedMap<Kept>(limit);
  return {
    read: (id) => found.get(id) ?? none.get(id),
    write: (id, kept) => {
      const [into, outOf] = kept.lookup.kind === "found" ? [found, none] : [none, found];
      into.set(id, kept);
      outOf.delete(id);
    },
  };
};
