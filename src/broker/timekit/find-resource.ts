import type { TimekitLookup } from "../settings/settings.ts";
import type { Ask } from "./ask.ts";
import type { Deadline } from "./deadline.ts";
import type { Holding, NoHolding } from "./lookup.ts";
import { parseLookup } from "./parse-lookup.ts";

/** Looks a resource and its credentials up; the id is a UUID in lower case. Throws an `UpstreamError`. */
export type FindResource = (id: string, deadline: Deadline) => Promise<Holding | NoHolding>;

export interface FindResourceOptions {
  readonly ask: Ask;
  readonly lookup: TimekitLookup;
  readonly keys: readonly string[];
}

export const createFindResource = ({ ask, lookup, keys }: FindResourceOptions): FindResource => {
  const include: FindResource = async (id, deadline) => {
    const reply = await ask(`/resources/${id}?include=credentials`, deadline);
    if (reply.kind === "absent") return absent;
    return parseLookup({ id, keys, resourceBody: reply.body, clockAheadMs: reply.clockAheadMs });
  };
  const search: FindResource = async (id, deadline) => {
    const [resource, credentials] = await Promise.all([
      ask(`/resources/${id}`, deadline),
      ask(`/credentials?search=resource.id:${id}`, deadline),
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
