import type { TimekitLookup } from "../settings/settings.ts";
import type { Ask } from "./ask.ts";
import type { CallOptions } from "./fair-queue.ts";
import { type Holding, type NoHolding, parseLookup } from "./lookup.ts";

/** Looks a resource and its credentials up; the id is a UUID in lower case. Throws an `UpstreamError`. */
export type FindResource = (id: string, options: CallOptions) => Promise<Holding | NoHolding>;

export interface FindResourceOptions {
  readonly ask: Ask;
  readonly lookup: TimekitLookup;
  readonly keys: readonly string[];
}

export const createFindResource = ({ ask, lookup, keys }: FindResourceOptions): FindResource => {
  const include: FindResource = async (id, options) => {
    const reply = await ask(`/resources/${id}?include=credentials`, options);
    if (reply.kind === "absent") return absent;
    return parseLookup({ id, keys, resourceBody: reply.body, clockAheadMs: reply.clockAheadMs });
  };
  const search: FindResource = async (id, options) => {
    const [resource, credentials] = await Promise.all([
      ask(`/resources/${id}`, options),
      ask(`/credentials?search=resource.id:${id}`, options),
    ]);
    if (resource.kind === "absent" || credentials.kind === "absent") return absent;
    return parseLookup({
      id,
      keys,
      resourceBody: resource.body,
      credentialsBody: credentials.body ?? null,
      clockAheadMs: credentials.clockAheadMs,
    });
  };
  return { include, search }[lookup];
};

const absent: NoHolding = { kind: "none", reason: "resource-absent" };
