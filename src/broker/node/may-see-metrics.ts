import { isForwarded } from "../limits/is-forwarded.ts";
import { isLoopbackAddress } from "../limits/is-private-address.ts";
import type { RequestHeaders } from "../visit.ts";

export interface MetricsRequest {
  readonly headers: RequestHeaders;
  readonly peerAddress: string | undefined;
  /** The setting METRICS_TOKEN. */
  readonly token: string | undefined;
}

/** Whether a client may see the metrics: with the token, or from this machine without a proxy in between. */
export const maySeeMetrics = ({ headers, peerAddress, token }: MetricsRequest): boolean => {
  const given = headers.get("authorization");
  if (token !== undefined && given !== null && isSame(given, `Bearer ${token}`)) return true;
  return peerAddress !== undefined && isLoopbackAddress(peerAddress) && !isForwarded(headers);
};

/** Compares in a time that does not tell how much of a guess was right. */
const isSame = (guess: string, secret: string): boolean => {
  let difference = guess.length ^ secret.length;
  for (let index = 0; index < secret.length; index += 1)
    difference |= guess.charCodeAt(index % guess.length) ^ secret.charCodeAt(index);
  return difference === 0;
};
