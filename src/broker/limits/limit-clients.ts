import type { Log } from "../log.ts";
import { Refusal } from "../refusal.ts";
import type { RequestHeaders, RequestContext } from "../request-context.ts";
import type { MaybePromise } from "../runtime.ts";
import type { Settings } from "../settings/settings.ts";
import { findClient } from "./client-address.ts";

/**
 * The key under which the request's client is counted; undefined where nobody knows its address, and then there is no
 * limit: one for all visitors would let any of them keep the others out. Throws a `Refusal` if it has asked too often.
 */
type LimitClients = (context: RequestContext) => Promise<string | undefined>;

/** Counts what clients ask. */
export interface ClientCounter {
  /** Counts a client's request: 0, or how long it must wait. */
  readonly countClient: (client: string) => MaybePromise<number>;
}

interface LimitOptions {
  readonly settings: Pick<Settings, "trustedProxyHops">;
  readonly store: ClientCounter;
  readonly log: Pick<Log, "warn">;
}

export const createLimitClients = ({ settings, store, log }: LimitOptions): LimitClients => {
  const { trustedProxyHops } = settings;
  const warnOnce = createWarnOnce(log);
  return async ({ headers, environment }) => {
    const peerAddress = environment.clientAddress;
    const forwardedFor = headers.get("x-forwarded-for");
    if (
      peerAddress !== undefined &&
      trustedProxyHops === 0 &&
      isPrivateAddress(peerAddress) &&
      isForwarded(headers)
    )
      warnOnce(proxyWarning);
    const client = findClient({ peerAddress, forwardedFor, trustedProxyHops });
    if (client === undefined) {
      warnOnce(noAddressWarning);
      return undefined;
    }
    // The platform's counter is one for all of its isolates; ours would be one for each.
    if (environment.rateLimiter) {
      const { success } = await environment.rateLimiter.limit({ key: client });
      if (!success) throw new Refusal("rate-limited", "client-limit", { retryAfterMs: 60_000 });
      return client;
    }
    const waitMs = await store.countClient(client);
    if (waitMs > 0) throw new Refusal("rate-limited", "client-limit", { retryAfterMs: waitMs });
    return client;
  };
};

const proxyWarning =
  "A proxy stands before the broker, but TRUSTED_PROXY_HOPS is 0: all visitors count as one client. Set it to the number of proxies.";

const noAddressWarning =
  "No client address is known, so RATE_LIMIT_PER_MINUTE is off: pass fetch a clientAddress.";

const createWarnOnce = (log: Pick<Log, "warn">): ((message: string) => void) => {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    log.warn(message);
  };
};

const forwardingHeaders = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];

/** Whether a proxy says that it passed the request on. */
const isForwarded = (headers: RequestHeaders): boolean => forwardingHeaders.some((name) => headers.has(name));

/** Whether an address belongs to this machine or to a private network, where a proxy would be. */
export const isPrivateAddress = (text: string): boolean =>
  /^(?:::ffff:)?(?:127|10)\.|^(?:::ffff:)?192\.168\.|^(?:::ffff:)?172\.(?:1[6-9]|2\d|3[01])\./i.test(text) ||
  /^(?:::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i.test(text);
