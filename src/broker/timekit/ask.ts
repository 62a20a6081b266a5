import type { Log } from "../log.ts";
import type { Runtime } from "../runtime.ts";
import type { Deadline } from "./deadline.ts";
import { exchange, type UpstreamResult } from "./exchange.ts";
import type { CallOptions, FairQueue } from "./fair-queue.ts";
import { UpstreamError } from "./upstream-error.ts";

/** Asks Timekit for a path below `/v2` with a key that it accepts; throws an `UpstreamError`. */
export type Ask = (path: string, options: CallOptions) => Promise<AcceptedResult>;

export type AcceptedResult = Exclude<UpstreamResult, { kind: "key-refused" }>;

interface AskOptions {
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
  return async (path, options) => {
    const { deadline } = options;
    for (const key of ordered) {
      const question = { url: `${apiUrl}/v2${path}`, key, signal: deadline.signal, heed: queue.heed };
      const send = async () => {
        const onSent = await queue.admit(options);
        onSent();
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
  async (send: () => Promise<UpstreamResult>): Promise<UpstreamResult> => {
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

interface RetryOptions {
  readonly deadline: Deadline;
  readonly runtime: Pick<Runtime, "delay" | "now" | "random">;
}

/** Repeats work that fails in a way that may pass, within the deadline; throws the last failure. */
const withRetries = async <Result>(
  work: () => Promise<Result>,
  { deadline, runtime }: RetryOptions,
): Promise<Result> => {
  for (let failures = 1; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const leftMs = deadline.endsAtMs - runtime.now();
      const waitMs = decideRetry(error, { failures, leftMs, random: runtime.random() });
      if (waitMs === undefined) throw error;
      await runtime.delay(waitMs, deadline.signal);
      // Nobody waits for it any more.
      if (deadline.signal.aborted) throw error;
    }
  }
};

interface Attempt {
  /** How many attempts have failed, this one included. */
  readonly failures: number;
  /** How much of the deadline is left. */
  readonly leftMs: number;
  /** 0 up to, but not including, 1. */
  readonly random: number;
}

const mostRetries = 2;
const baseWaitMs = 200;

// With less than this left, an attempt would only turn a failure with a reason into a timeout.
const shortestAttemptMs = 100;

/**
 * How long to wait before the next attempt; undefined if there should be none.
 * Full jitter, since a crowd that waits equally long comes back as a crowd
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), but never sooner than `Retry-After`.
 */
export const decideRetry = (error: unknown, { failures, leftMs, random }: Attempt): number | undefined => {
  if (!(error instanceof UpstreamError) || !error.isRetryable || failures > mostRetries) return undefined;
  const jitterMs = random * baseWaitMs * 2 ** (failures - 1);
  const waitMs = Math.max(jitterMs, error.retryAfterMs ?? 0);
  return waitMs + shortestAttemptMs <= leftMs ? waitMs : undefined;
};
