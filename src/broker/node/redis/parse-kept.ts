import { clientTokenType, type GrantedResource } from "../../../contract/grant.ts";
import type { Kept } from "../../cache/store.ts";
import { type ClientToken, parseClientToken } from "../../credentials/parse-client-token.ts";
import { parseResource } from "../../credentials/parse-resource.ts";
import { isRecord } from "../../is-record.ts";
import type { NoTokenReason } from "../../refusal.ts";
import type { Lookup } from "../../timekit/lookup.ts";

type Json = Readonly<Record<string, unknown>>;

/** What a store holds about a resource, looked at as closely as Timekit's own answer: others may write to the store, too. */
export const parseKept = (value: Json, id: string): Kept | undefined => {
  const lookup = isRecord(value["lookup"]) ? parseLookup(value["lookup"], id) : undefined;
  const storedAtMs = toTime(value["storedAtMs"]);
  const renewedAtMs = toTime(value["renewedAtMs"]);
  const failedAtMs = toTime(value["failedAtMs"]);
  if (!lookup || storedAtMs === undefined) return undefined;
  return {
    lookup,
    storedAtMs,
    ...(renewedAtMs !== undefined && { renewedAtMs }),
    ...(failedAtMs !== undefined && { failedAtMs }),
  };
};

const parseLookup = (value: Json, id: string): Lookup | undefined => {
  if (value["kind"] === "none") {
    const reason = noTokenReasons.find((known) => known === value["reason"]);
    return reason && { kind: "none", reason };
  }
  const { app, clockAheadMs, tokens: entries } = value;
  const resource = isRecord(value["resource"]) ? parseGranted(value["resource"], id) : undefined;
  const tokens = Array.isArray(entries) ? entries.map(parseToken) : [];
  if (value["kind"] !== "found" || !resource || typeof clockAheadMs !== "number") return undefined;
  if (typeof app !== "string" || !/^[!-~]{1,1024}$/.test(app) || !isAllThere(tokens)) return undefined;
  return { kind: "found", app, resource, tokens, clockAheadMs };
};

const parseGranted = (value: Json, id: string): GrantedResource | undefined =>
  value["id"] === id
    ? parseResource({ id, data: { ...value, image: value["avatar"] }, isSecret: () => false })
    : undefined;

/** A token is kept under other names than Timekit's, so it is given those again and read in the same way. */
const parseToken = (entry: unknown): ClientToken | undefined => {
  if (!isRecord(entry)) return undefined;
  const { token, expires, generatedAtMs, isForWidget, referrers } = entry;
  const parsed = parseClientToken({
    type: clientTokenType,
    token,
    expires,
    referrer: referrers,
    scopes: isForWidget === true ? ["widget"] : [],
  });
  return parsed && typeof generatedAtMs === "number" ? { ...parsed, generatedAtMs } : undefined;
};

const isAllThere = (tokens: readonly (ClientToken | undefined)[]): tokens is readonly ClientToken[] =>
  tokens.length > 0 && tokens.every((token) => token !== undefined);

const toTime = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

const noTokenReasons: readonly NoTokenReason[] = [
  "not-listed",
  "resource-absent",
  "no-email",
  "no-usable-credential",
];
