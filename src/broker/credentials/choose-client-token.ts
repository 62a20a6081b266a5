import type { ClientToken } from "./parse-client-token.ts";

export interface Wish {
  /** The origin that asks; null if the browser sent none. */
  readonly origin: string | null;
  readonly nowMs: number;
}

/** The token to grant: unexpired, made for widgets and for this origin where there is such a one, the newest of those. */
export const chooseClientToken = (tokens: readonly ClientToken[], wish: Wish): ClientToken | undefined =>
  tokens
    .filter((token) => isUnexpired(token, wish.nowMs))
    .reduce<ClientToken | undefined>(
      (best, token) => (best && !isBetter(token, best, wish) ? best : token),
      undefined,
    );

/** Whether the token can still be used at that time on Timekit's clock. */
export const isUnexpired = ({ expiresAtMs }: ClientToken, nowMs: number): boolean =>
  expiresAtMs === null || expiresAtMs > nowMs;

const isBetter = (token: ClientToken, best: ClientToken, wish: Wish): boolean => {
  const lead = rate(token, wish) - rate(best, wish);
  return lead > 0 || (lead === 0 && token.generatedAtMs > best.generatedAtMs);
};

const rate = (token: ClientToken, wish: Wish): number =>
  (token.isForWidget ? 2 : 0) + (isMadeFor(token, wish.origin) ? 1 : 0);

const isMadeFor = (token: ClientToken, origin: string | null): boolean =>
  token.referrers.length === 0 ||
  (origin !== null && token.referrers.some((referrer) => toOrigin(referrer, origin) === origin));

/** The origin of a referrer, which may be a whole address or only a host; a host takes the scheme of the page that asks. */
const toOrigin = (referrer: string, origin: string): string | undefined => {
  const address = referrer.includes("://") ? referrer : `${new URL(origin).protocol}//${referrer}`;
  return URL.canParse(address) ? new URL(address).origin : undefined;
};
