import type { Log } from "../log.ts";
import type { Runtime } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { createAsk } from "./ask.ts";
import { createBreaker } from "./breaker.ts";
import { withDeadline } from "./deadline.ts";
import { createFairQueue, type FairQueue, type FairQueueOptions } from "./fair-queue.ts";
import { createFindApp } from "./find-app.ts";
import { createFindResource } from "./find-resource.ts";
import type { WaitUntil } from "./flights.ts";
import type { Lookup } from "./lookup.ts";

export interface LookupQuestion {
  /** UUID in lower case. */
  readonly id: string;
  /** The key under which whoever asks is counted. */
  readonly client: string;
  /** Whether the resource is a real one, as far as is known: those come first. */
  readonly isKnown: boolean;
  readonly waitUntil: WaitUntil;
}

export interface Timekit {
  /** What Timekit holds for a resource; throws an `UpstreamError`. */
  readonly lookUp: (question: LookupQuestion) => Promise<Lookup>;
  /** Tells that somebody else waits for a look-up that may be under way, which then comes when it is their turn. */
  readonly join: FairQueue["join"];
}

export interface TimekitOptions {
  readonly settings: Settings;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly budget: FairQueueOptions["budget"];
}

/** Timekit as the broker sees it: one question, under one deadline, one breaker and one budget. */
export const createTimekit = ({ settings, runtime, log, budget }: TimekitOptions): Timekit => {
  const keys = [settings.timekitApiKey, settings.timekitApiKeyNext].filter((key) => key !== undefined);
  const timeoutMs = settings.upstreamTimeoutMs;
  const queue = createFairQueue({ budget, perSecond: settings.upstreamPerSecond, runtime });
  const ask = createAsk({ apiUrl: settings.timekitApiUrl, keys, queue, runtime, log });
  const findApp = createFindApp({ ask, app: settings.timekitApp, timeoutMs, runtime });
  const findResource = createFindResource({ ask, lookup: settings.timekitLookup, keys });
  const breaker = createBreaker(runtime);

  const lookUp = async ({ id, client, isKnown, waitUntil }: LookupQuestion): Promise<Lookup> =>
    withDeadline(timeoutMs, runtime, async (deadline) => {
      const app = findApp(waitUntil);
      // Awaited below, but only if there is something to grant.
      app.catch(() => undefined);
      const held = await findResource(id, { deadline, isKnown, asker: { id, client } });
      queue.recordOutcome(client, held.kind === "found" ? "found" : "missed");
      if (held.kind === "none") return held;
      const { kind, resource, tokens, clockAheadMs } = held;
      // Spread, V8 would give each of thousands of kept lookups a hidden class of its own, 300 bytes.
      return { kind, resource, tokens, clockAheadMs, app: await app };
    });

  return { lookUp: (question) => breaker.run(() => lookUp(question)), join: queue.join };
};
