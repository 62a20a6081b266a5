import type { Store } from "../cache/store.ts";
import type { Log } from "../create-log.ts";
import { Refusal } from "../refusal.ts";
import type { Settings } from "../settings/settings.ts";
import type { Visit } from "../visit.ts";
import { findClient } from "./find-client.ts";
import { isForwarded } from "./is-forwarded.ts";
import { isPrivateAddress } from "./is-private-address.ts";

/** The key under which the visit's client is counted. Throws a `Refusal` if it has asked too often. */
export type LimitClients = (visit: Visit) => Promise<string>;

export interface LimitOptions {
  readonly settings: Pick<Settings, "trustedProxyHops">;
  readonly store: Pick<Store, "countClient">;
  readonly log: Pick<Log, "warn">;
}

export const createLimitClients = ({ settings, store, log }: LimitOptions): LimitClients => {
  const { trustedProxyHops } = settings;
  const warnOnce = createWarnOnce(log);
  return async ({ headers, environment }) => {
    const peerAddress = environment.clientAddress;
    const forwardedFor = headers.get("x-forwarded-for");
    if (peerAddress === undefined) warnOnce(noAddressWarning);
    else if (trustedProxyHops === 0 && isPrivateAddress(peerAddress) && isForwarded(headers))
      warnOnce(proxyWarning);
    const client = findClient({ peerAddress, forwardedFor, trustedProxyHops });
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
  "The platform gives no client address: all visitors count as one client. Pass it to fetch as clientAddress.";

const createWarnOnce = (log: Pick<Log, "warn">): ((message: string) => void) => {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    log.warn(message);
  };
};
