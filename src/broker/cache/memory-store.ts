import { clientLimit, resourceLimit } from "../limits/limits.ts";
import { createRateLimit } from "../limits/rate-limit.ts";
import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { createBudget } from "../timekit/budget.ts";
import { createKnownResources } from "./known-resources.ts";
import { createMemoryLookups } from "./memory-lookups.ts";
import type { Store } from "./store.ts";

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
    read: async (id) => lookups.read(id),
    write: lookups.write,
    takeTurn: async (id) => ({ giveBack: () => undefined, kept: lookups.read(id) }),
    isKnown: async (id) => known.isKnown(id),
    remember: known.remember,
    countClient: async (client) => countClient(client),
    countResource: async (id) => countResource(id),
    spend: async (isKnown) => budget.spend(isKnown),
  };
};
