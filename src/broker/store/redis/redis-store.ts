import { createHash, randomUUID } from "node:crypto";
import { clientLimit, resourceLimit } from "../../limits/rate-limit.ts";
import type { Log } from "../../log.ts";
import type { Runtime } from "../../runtime.ts";
import type { Settings } from "../../settings/settings.ts";
import { createKnownResources } from "../memory.ts";
import type { Store } from "../store.ts";
import { createRedisBudget, createRedisLimit } from "./limits.ts";
import { createRedisLookups } from "./lookups.ts";
import { createRecords } from "./record.ts";
import { graceMs } from "../../timekit/flights.ts";
import { createStoreConnection } from "./store-connection.ts";

/** A store that brokers share, on a Redis or Valkey server. */
export interface SharedStore extends Store {
  /** Resolves when the server has been reached, or once it is clear that it cannot be; that is tried again later. */
  readonly start: () => Promise<void>;
  readonly close: () => void;
}

export interface SharedStoreOptions {
  readonly settings: Settings;
  readonly storeUrl: string;
  readonly log: Pick<Log, "tell">;
  readonly runtime: Pick<Runtime, "now" | "random">;
}

const dayMs = 24 * 60 * 60_000;

// Half of a minute's limit: a visitor needs one or two requests, and whoever asks sixty times can wait for the store.
const trustedPart = 0.5;

// A clock's correction of less than this is measuring noise. Times would change with it, and seem newer than they are.
const clockNoiseMs = 50;

/** Everything that it keeps has a time to live there, and there is no key and no token but client-tokens in it. */
export const createRedisStore = (options: SharedStoreOptions): SharedStore => {
  const { settings, storeUrl, log, runtime } = options;
  const prefix = `timekit-embed:2:${nameSpace(settings)}`;
  const broker = randomUUID();
  const known = createKnownResources(settings.resourceIds, runtime);
  let clock = { aheadMs: 0 };
  let brokers = 1;
  let hasHeartbeat = false;

  const link = createStoreConnection({
    url: storeUrl,
    heartbeatKey: `${prefix}:brokers`,
    onHeartbeat: (storeNowMs, count) => {
      const aheadMs = storeNowMs - runtime.now();
      if (!hasHeartbeat || Math.abs(aheadMs - clock.aheadMs) > clockNoiseMs) clock = { aheadMs };
      hasHeartbeat = true;
      brokers = Math.max(1, count);
    },
    log,
    runtime,
  });
  const keyOf = (kind: string, id: string): string => `${prefix}:${kind}:${id}`;

  return {
    start: link.start,
    close: link.close,
    ...createRedisLookups({
      link,
      records: createRecords(settings.timekitApiKey),
      clock: () => clock,
      keyOf,
      broker,
      turnMs: settings.upstreamTimeoutMs + graceMs,
      runtime,
    }),
    isKnown: async (id) => known.isKnown(id) || (await link.ask("EXISTS", keyOf("known", id))) === 1,
    remember: (id) => {
      known.remember(id);
      void link.ask("SET", keyOf("known", id), "1", "PX", String(dayMs));
    },
    countClient: createRedisLimit({
      ...clientLimit(settings),
      link,
      keyOf: (client) => keyOf("client", client),
      trust: trustedPart,
      runtime,
    }),
    countResource: createRedisLimit({
      ...resourceLimit,
      link,
      keyOf: (id) => keyOf("resource", id),
      trust: 0,
      runtime,
    }),
    ...createRedisBudget({
      link,
      keys: [`${prefix}:budget:all`, `${prefix}:budget:strangers`, `${prefix}:budget:pause`],
      perSecond: settings.upstreamPerSecond,
      brokers: () => brokers,
      runtime,
    }),
  };
};

/** Brokers of one Timekit app share; those of another one must not see its tokens. The key itself cannot be found from it. */
const nameSpace = ({ timekitApiKey, timekitApiUrl }: Settings): string =>
  createHash("sha256").update(`${timekitApiUrl} ${timekitApiKey}`).digest("hex").slice(0, 16);
