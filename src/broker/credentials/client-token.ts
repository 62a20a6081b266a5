import { clientTokenType } from "../../contract/grant.ts";
import { isRecord } from "../is-record.ts";

interface Wish {
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

/** A credential that a browser may have. Plain data, so that a store can keep it as JSON. */
export interface ClientToken {
  readonly token: string;
  /** As Timekit wrote it; null if it never expires. */
  readonly expires: string | null;
  readonly expiresAtMs: number | null;
  /** 0 if unknown. */
  readonly generatedAtMs: number;
  readonly isForWidget: boolean;
  /** Origins or hosts that it was made for; none means all. */
  readonly referrers: readonly string[];
}

/** One entry of Timekit's list of credentials; undefined unless it is exactly a `client-token` that the loader will accept. */
export const parseClientToken = (entry: unknown): ClientToken | undefined => {
  if (!isRecord(entry) || entry["type"] !== clientTokenType) return undefined;
  const token = entry["token"];
  if (typeof token !== "string" || !/^[!-~]{1,4096}$/.test(token)) return undefined;
  const expiry = parseExpiry(entry["expires"]);
  return (
    expiry && {
      token,
      ...expiry,
      generatedAtMs: parseTime(entry["token_generated_at"]) ?? 0,
      isForWidget: toStrings(entry["scopes"]).includes("widget"),
      referrers: readReferrers(entry["referrer"]),
    }
  );
};

// Each is compared with every request's origin, and kept as long as its token.
const mostReferrers = 50;
const longestReferrer = 512;

/** A list that is not empty stays so, since an empty one means that the token is for all. */
const readReferrers = (value: unknown): readonly string[] =>
  toStrings(value)
    .filter((referrer) => referrer !== "")
    .slice(0, mostReferrers)
    .map((referrer) => (referrer.length > longestReferrer ? "" : referrer));

const parseExpiry = (value: unknown): Pick<ClientToken, "expires" | "expiresAtMs"> | undefined => {
  if (value === undefined || value === null || value === "") return { expires: null, expiresAtMs: null };
  const expiresAtMs = parseTime(value);
  if (typeof value !== "string" || expiresAtMs === undefined) return undefined;
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/.test(value) && value.includes("T");
  return { expires: hasOffset ? value : new Date(expiresAtMs).toISOString(), expiresAtMs };
};

// Timekit answers with lists and accepts single strings, so older entries may hold either.
const toStrings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string");

const timePattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})?$/;

/** Milliseconds since 1970 of an ISO 8601 time; undefined if it is none. Without an offset it is read as UTC, which Timekit's server runs in. */
export const parseTime = (value: unknown): number | undefined => {
  const [, date, clock, offset = "Z"] = (typeof value === "string" && timePattern.exec(value)) || [];
  if (!date || !clock) return undefined;
  const colonOffset = offset.replace(/^(...)(\d\d)$/, "$1:$2");
  const timeMs = Date.parse(`${date}T${clock}${colonOffset}`);
  return Number.isNaN(timeMs) ? undefined : timeMs;
};
