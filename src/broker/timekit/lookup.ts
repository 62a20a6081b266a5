import type { GrantedResource } from "../../contract/grant.ts";
import { type ClientToken, parseClientToken } from "../credentials/client-token.ts";
import { parseResource } from "../credentials/resource.ts";
import { createIsSecret, findSecrets } from "../credentials/secrets.ts";
import { isRecord } from "../is-record.ts";
import type { NoTokenReason } from "../refusal.ts";
import { UpstreamError } from "./upstream-error.ts";

/** What Timekit knows about a resource, reduced to what may leave. Plain data, so that a store can keep it as JSON. */
export type Lookup = (Holding & { readonly app: string }) | NoHolding;

/** A resource and its client-tokens, of which there is at least one. */
export interface Holding {
  readonly kind: "found";
  readonly resource: GrantedResource;
  readonly tokens: readonly ClientToken[];
  /** How far Timekit's clock is ahead of ours. */
  readonly clockAheadMs: number;
}

export interface NoHolding {
  readonly kind: "none";
  readonly reason: NoTokenReason;
}

interface LookupSource {
  /** The resource that was asked for, in lower case. */
  readonly id: string;
  readonly resourceBody: unknown;
  /** Of the search; undefined if the credentials are inside the resource. */
  readonly credentialsBody?: unknown;
  readonly clockAheadMs: number;
  /** Our own secrets, which must not come back either. */
  readonly keys: readonly string[];
}

/** Reads Timekit's bodies into what may leave; throws an `UpstreamError` if they are not about this resource. */
export const parseLookup = (source: LookupSource): Holding | NoHolding => {
  const data = readData(source.resourceBody);
  if (!isRecord(data)) throw new UpstreamError("no-data");
  if (!isAbout(data, source.id)) throw new UpstreamError("wrong-resource");
  const entries = readEntries(source, data);
  const isSecret = createIsSecret({
    found: findSecrets([source.resourceBody, source.credentialsBody]),
    keys: source.keys,
  });
  const resource = parseResource({ id: source.id, data, isSecret });
  if (!resource) return { kind: "none", reason: "no-email" };
  const tokens = chooseNewest(entries.slice(0, mostEntries).map(parseClientToken)).filter(
    ({ token }) => !isSecret(token),
  );
  return tokens.length === 0
    ? { kind: "none", reason: "no-usable-credential" }
    : { kind: "found", resource, tokens, clockAheadMs: source.clockAheadMs };
};

// Nobody has as many for one resource. Each takes time to read, and what is kept of it memory and, with every request, time.
const mostEntries = 2000;
const mostTokens = 50;

const chooseNewest = (tokens: readonly (ClientToken | undefined)[]): readonly ClientToken[] =>
  tokens
    .filter((token) => token !== undefined)
    .sort((a, b) => b.generatedAtMs - a.generatedAtMs)
    .slice(0, mostTokens);

const readData = (body: unknown): unknown => (isRecord(body) ? body["data"] : undefined);

// Timekit's documentation shows a resource without an id, so only another one's is refused.
const isAbout = ({ id }: Readonly<Record<string, unknown>>, expected: string): boolean =>
  id === undefined || (typeof id === "string" && id.toLowerCase() === expected);

const readEntries = (source: LookupSource, data: Readonly<Record<string, unknown>>): readonly unknown[] => {
  if (source.credentialsBody === undefined)
    return Array.isArray(data["credentials"]) ? data["credentials"] : [];
  const entries = readData(source.credentialsBody);
  if (!Array.isArray(entries)) throw new UpstreamError("no-data");
  return entries;
};
