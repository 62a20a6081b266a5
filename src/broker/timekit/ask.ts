import type { Log } from "../create-log.ts";
import type { Runtime } from "../runtime.ts";
import { exchange, type Reply } from "./exchange.ts";
import type { Claim, FairQueue } from "./fair-queue.ts";
import { UpstreamError } from "./upstream-error.ts";
import { withRetries } from "./with-retries.ts";

/** Asks Timekit for a path below `/v2` with a key that it accepts; throws an `UpstreamError`. */
export type Ask = (path: string, errand: Errand) => Promise<AcceptedReply>;

export type Errand = Claim;

export type AcceptedReply = Exclude<Reply, { kind: "key-refused" }>;

export interface AskOptions {
  readonly apiUrl: string;
  /** Tried in order until one is not refused; the one that worked last is tried first. */
  readonly keys: readonly string[];
  readonly queue: Pick<FairQueue, "admit" | "heed">;
  readonly runtime: Runtime;
  readonly log: Pick<Log, "tell">;
}

export const createAsk = ({ apiUrl, keys, queue, runtime, log }: AskOptions): Ask => {
  const observed = observeWith(runtime, log);
  let ordered = keys;
  return async (path, errand) => {
    const { deadline } = errand;
    for (const key of ordered) {
      const question = { url: `${apiUrl}/v2${path}`, key, signal: deadline.signal, heed: queue.heed };
      const send = async () => {
        await queue.admit(errand);
        return observed(() => exchange(question, runtime));
      };
      const reply = await withRetries(send, { deadline, runtime });
      if (reply.kind === "key-refused") continue;
      ordered = [key, ...keys.filter((other) => other !== key)];
      return reply;
    }
    throw new UpstreamError("key-refused");
  };
};

/** Notes how each request to Timekit ends and how long it takes. */
const observeWith =
  ({ now }: Pick<Runtime, "now">, log: Pick<Log, "tell">) =>
  async (send: () => Promise<Reply>): Promise<Reply> => {
    const startedAtMs = now();
    const tell = (outcome: string): void =>
      log.tell({ level: "debug", event: "upstream", outcome, duration_ms: now() - startedAtMs });
    try {
      const reply = await send();
      tell(reply.kind);
      return reply;
    } catch (error) {
      tell(error instanceof UpstreamError ? error.reason : "internal");
      throw error;
    }
  };
