import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { createAsk } from "../timekit/ask.ts";
import { createBudget } from "../timekit/budget.ts";
import { createFairQueue } from "../timekit/fair-queue.ts";
import { checkKey } from "./check-key.ts";
import { checkResource } from "./check-resource.ts";
import { checkStore } from "./check-store.ts";
import type { Finding } from "./finding.ts";

export interface CheckOptions {
  readonly settings: Settings;
  readonly runtime: Runtime;
  /** A resource whose token is looked for. */
  readonly resourceId: string | undefined;
}

/** Asks Timekit whether the keys are accepted, which app they belong to, and whether a resource has a token; and the store whether it can be used. */
export const check = async ({ settings, runtime, resourceId }: CheckOptions): Promise<readonly Finding[]> => {
  const perSecond = settings.upstreamPerSecond;
  const { spend } = createBudget({ perSecond, runtime });
  const queue = createFairQueue({ budget: { spend, pause: () => undefined }, perSecond, runtime });
  const log = { tell: () => undefined };
  const askWith = (...keys: readonly string[]) =>
    createAsk({ apiUrl: settings.timekitApiUrl, keys, queue, runtime, log });
  const { timekitApiKey: key, timekitApiKeyNext: nextKey } = settings;
  const findings = [await checkKey({ name: "TIMEKIT_API_KEY", ask: askWith(key), settings, runtime })];
  if (nextKey !== undefined)
    findings.push(await checkKey({ name: "TIMEKIT_API_KEY_NEXT", ask: askWith(nextKey), settings, runtime }));
  if (resourceId !== undefined) {
    const ask = nextKey === undefined ? askWith(key) : askWith(key, nextKey);
    findings.push(await checkResource({ id: resourceId, ask, settings, runtime }));
  }
  if (settings.storeUrl !== undefined) findings.push(await checkStore(settings.storeUrl, runtime));
  return findings;
};
