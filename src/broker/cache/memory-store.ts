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
    read: lookups.read,
    write: lookups.write,
    takeTurn: (id) => ({ giveBack: () => undefined, kept: lookups.read(id) }),
    isKnown: known.isKnown,
    remember: known.remember,
    countClient,
    countResource,
    spend: budget.spend,
    // There is nobody else to tell.
    pause: () => undefined,
  };
};
