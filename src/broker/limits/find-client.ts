import { toAddressKey } from "./to-address-key.ts";

export interface ClientFacts {
  /** The connection's other end; undefined where the platform does not say. */
  readonly peerAddress: string | undefined;
  readonly forwardedFor: string | null;
  /** How many proxies of the owner's stand before the broker, each adding one address on the right. */
  readonly trustedProxyHops: number;
}

/**
 * The key under which a client is counted. Of `X-Forwarded-For` only the entry that the outermost trusted proxy has
 * added is believed: everything left of it may be the client's own invention. Clients without an address share one key.
 */
export const findClient = ({ peerAddress, forwardedFor, trustedProxyHops }: ClientFacts): string => {
  const peer = toAddressKey(peerAddress ?? "") ?? "unknown";
  if (trustedProxyHops === 0 || forwardedFor === null) return peer;
  const entry = forwardedFor.split(",").at(-trustedProxyHops);
  return toAddressKey(entry ?? "") ?? peer;
};
