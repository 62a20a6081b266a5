import { createBoundedMap } from "../bounded-map.ts";
import type { Kept, Store } from "./store.ts";

// About two kilobytes each; hardly anybody embeds more resources than this.
const mostResources = 4_000;

/** A store in the process's memory. Strangers' ids have a table of their own, so that they cannot push real ones out. */
export const createMemoryStore = (limit = mostResources): Store => {
  const found = createBoundedMap<Kept>(limit);
  const none = createBoundedMap<Kept>(limit);
  return {
    read: async (id) => found.get(id) ?? none.get(id),
    write: async (id, kept) => {
      const [into, outOf] = kept.lookup.kind === "found" ? [found, none] : [none, found];
      into.set(id, kept);
      outOf.delete(id);
    },
  };
};
