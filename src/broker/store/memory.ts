import { createBoundedMap } from "../bounded-map.ts";
import { clientLimit, createRateLimit, resourceLimit } from "../limits/rate-limit.ts";
import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { createBudget } from "../timekit/budget.ts";
import type { CacheEntry, Store } from "./store.ts";

/** A store in the process's memory: what a broker needs that is alone. */
export const createMemoryStore = (
  settings: Pick<Settings, "rateLimitPerMinute" | "resourceIds" | "upstreamPerSecond">,
  runtime: Pick<Runtime, "now">,
): Store => {
  const lookups = createMemoryLookups();
  const known = createKnownResources(settings.resourceIds, runtime);
  const countClient = createRateLimit({ ...clientLimit(settings), runtime });
  const countResource = createRateLimit({ ...resourceLimit, runtime });
  const budget = createBudget({ perSecond: settings.upstreamPerSecond, runtime });
  return {
    read: lookups.read,
    write: lookups.write,
    acquireLease: (id) => ({ release: () => undefined, kept: lookups.read(id) }),
    isKnown: known.isKnown,
    remember: known.remember,
    countClient,
    countResource,
    spend: budget.spend,
    // There is nobody else to tell.
    pause: () => undefined,
  };
};

/** The lookups that a process keeps by itself. */
interface MemoryLookups {
  readonly read: (id: string) => CacheEntry | undefined;
  readonly write: (id: string, kept: CacheEntry) => void;
}

// About two kilobytes each; hardly anybody embeds more resources than this.
const mostResources = 4_000;

/** Strangers' ids have a table of their own, so that they cannot push real ones out. */
export const createMemoryLookups = (limit = mostResources): MemoryLookups => {
  const found = createBoundedMap<CacheEntry>(limit);
  const none = createBoundedMap<CacheEntry>(limit);
  return {
    read: (id) => found.get(id) ?? none.get(id),
    write: (id, kept) => {
      const [into, outOf] = kept.lookup.kind === "found" ? [found, none] : [none, found];
      into.set(id, kept);
      outOf.delete(id);
    },
  };
};

/** The resources that real visitors ask for: on the owner's list, or with a token in the last day. */
interface KnownResources {
  readonly isKnown: (id: string) => boolean;
  readonly remember: (id: string) => void;
}

const dayMs = 24 * 60 * 60_000;

const mostKnown = 10_000;

export const createKnownResources = (
  listed: ReadonlySet<string> | undefined,
  { now }: Pick<Runtime, "now">,
): KnownResources => {
  const goodAt = createBoundedMap<number>(mostKnown);
  return {
    isKnown: (id) => listed?.has(id) === true || now() - (goodAt.get(id) ?? Number.NEGATIVE_INFINITY) < dayMs,
    remember: (id) => goodAt.set(id, now()),
  };
};
