import { clientTokenType } from "../../contract/grant.ts";
import { isRecord } from "../is-record.ts";
import { parseTime } from "./parse-time.ts";

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
