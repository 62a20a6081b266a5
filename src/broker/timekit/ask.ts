import type { Runtime } from "../runtime.ts";
import type { Deadline } from "./deadline.ts";
import { exchange, type Reply } from "./exchange.ts";
import { UpstreamError } from "./upstream-error.ts";
import { withRetries } from "./with-retries.ts";

/** Asks Timekit for a path below `/v2` with a key that it accepts; throws an `UpstreamError`. */
export type Ask = (path: string, deadline: Deadline) => Promise<AcceptedReply>;

export type AcceptedReply = Exclude<Reply, { kind: "key-refused" }>;

export interface AskOptions {
  readonly apiUrl: string;
  /** Tried in order until one is not refused; the one that worked last is tried first. */
  readonly keys: readonly string[];
  readonly runtime: Runtime;
}

export const createAsk = ({ apiUrl, keys, runtime }: AskOptions): Ask => {
  let ordered = keys;
  return async (path, deadline) => {
    for (const key of ordered) {
      const question = { url: `${apiUrl}/v2${path}`, key, signal: deadline.signal };
      const reply = await withRetries(() => exchange(question, runtime), { deadline, runtime });
      if (reply.kind === "key-refused") continue;
      ordered = [key, ...keys.filter((other) => other !== key)];
      return reply;
    }
    throw new UpstreamError("key-refused");
  };
};
