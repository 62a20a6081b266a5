import {
  bestRank,
  createClientStanding,
  isBefore,
  type LookupOutcome,
  type Rank,
} from "../limits/client-standing.ts";
import type { Runtime } from "../runtime.ts";
import type { OutboundBudget } from "./budget.ts";
import type { Deadline } from "./deadline.ts";
import { createPace, type Lane } from "./pace.ts";
import type { RateNews } from "./rate-news.ts";
import { UpstreamError } from "./upstream-error.ts";

/** Who wants a look-up, and of what. */
export interface Asker {
  readonly client: string;
  /** UUID in lower case. */
  readonly id: string;
}

/** What a request to Timekit is for. */
export interface CallOptions {
  readonly deadline: Deadline;
  /** Whether it is about something that is known to exist. */
  readonly isKnown: boolean;
  /** Undefined where it is the broker's own. */
  readonly asker?: Asker | undefined;
}

export interface FairQueue {
  /** Resolves when the request may be sent, to what must be called as it is; throws an `UpstreamError` `budget-spent` if that would take too long. */
  readonly admit: (call: CallOptions) => Promise<() => void>;
  /** Lets somebody who waits for the same look-up lend it a better place. */
  readonly join: (asker: Asker) => void;
  /** Notes whether a client's look-up found a token. */
  readonly recordOutcome: (client: string, outcome: LookupOutcome) => void;
  /** Takes what Timekit says about its rate limit to heart. */
  readonly heed: (news: RateNews) => void;
}

export interface FairQueueOptions {
  readonly budget: OutboundBudget;
  readonly perSecond: number;
  readonly runtime: Pick<Runtime, "delay" | "now">;
}

interface Waiting {
  readonly id: string | undefined;
  readonly isKnown: boolean;
  readonly granted: Promise<void>;
  readonly grant: () => void;
  /** Whose place it has; changes when somebody with a better one joins. */
  client: string | undefined;
  state: "waiting" | "granted" | "refused";
  sent: () => void;
}

// As long as a queue that could still be served within the default deadline, and then some for whoever is ranked last.
const mostWaiting = 256;
const mostWaitingOfOne = 16;

// Several brokers that wait for one store find out again and again who is first; this is how often at most.
const shortestSleepMs = 10;

/**
 * Stands before the budget and decides who is next: resources that are known to be real, then clients with fewest
 * look-ups waiting or in vain lately, then who came first. A visitor needs one or two look-ups, so whoever asks for many
 * made-up ids comes after all visitors, and gets only the strangers' part of the budget.
 * Each waiting request wakes by its own timer, and whoever wakes serves the others, too: on workerd a timer ends with the
 * request that set it.
 */
export const createFairQueue = ({ budget, perSecond, runtime }: FairQueueOptions): FairQueue => {
  const standing = createClientStanding(runtime);
  // In the order of arrival.
  const waiting = new Set<Waiting>();
  const pace = createPace({ perSecond, runtime });
  let isServing = false;

  const rank = ({ isKnown, client }: Pick<Waiting, "client" | "isKnown">): Rank =>
    isKnown || client === undefined ? bestRank : standing.rankOf(client);

  const laneOf = (entry: Waiting): Lane => (rank(entry)[0] < 2 ? "all" : "strangers");

  const count = (client: string | undefined, change: 1 | -1): void => {
    if (client !== undefined) standing.wait(client, change);
  };

  const leave = (entry: Waiting, state: "granted" | "refused"): void => {
    if (!waiting.delete(entry)) return;
    count(entry.client, -1);
    entry.state = state;
    entry.grant();
  };

  const refuse = (entry: Waiting): void => {
    if (entry.client !== undefined) standing.recordOutcome(entry.client, "missed");
    leave(entry, "refused");
  };

  const find = (isBetter: (one: Rank, other: Rank) => boolean): Waiting | undefined => {
    let best: { readonly entry: Waiting; readonly rank: Rank } | undefined;
    for (const entry of waiting) {
      const its = rank(entry);
      if (!best || isBetter(its, best.rank)) best = { entry, rank: its };
    }
    return best?.entry;
  };

  /** Keeps the queue within its bounds, by refusing who would be served last. */
  const shorten = (newest: Waiting): void => {
    const { isKnown, client = "" } = newest;
    if (!isKnown && standing.waitingOf(client) > mostWaitingOfOne) refuse(newest);
    const last = waiting.size > mostWaiting ? find(isNotBefore) : undefined;
    if (last) refuse(last);
  };

  /** Grants as much as the budget allows now, unless whoever woke could have nothing of it. */
  const serve = async (woken: Waiting): Promise<void> => {
    if (isServing || pace.blockedMs(laneOf(woken)) > 0) return;
    isServing = true;
    try {
      while (pace.blockedMs("all") === 0) {
        const first = find(isBefore);
        if (!first) return;
        const lane = laneOf(first);
        if (pace.blockedMs(lane) > 0) return;
        const spent = budget.spend(lane === "all");
        // Not awaited where it need not be: on workerd whoever waits here might never come back.
        const waitMs = typeof spent === "number" ? spent : await spent;
        if (waitMs > 0) {
          pace.block(lane, waitMs);
          continue;
        }
        // Somebody with a better place may have come while the store was asked.
        const next = find(isBefore);
        if (!next) return;
        next.sent = pace.step();
        leave(next, "granted");
      }
    } finally {
      isServing = false;
    }
  };

  const sleep = async (durationMs: number, entry: Waiting): Promise<void> => {
    const awake = new AbortController();
    await Promise.race([runtime.delay(durationMs, awake.signal), entry.granted]);
    awake.abort();
  };

  return {
    admit: async ({ deadline, isKnown, asker }) => {
      const entry = createWaiting(isKnown, asker);
      waiting.add(entry);
      count(entry.client, 1);
      await serve(entry);
      if (entry.state === "waiting" && pace.blockedMs(laneOf(entry)) > 0) shorten(entry);
      // Timekit has the other half.
      let leftMs = (deadline.endsAtMs - runtime.now()) / 2;
      while (entry.state === "waiting" && !deadline.signal.aborted) {
        const waitMs = pace.blockedMs(laneOf(entry));
        if (waitMs > leftMs || leftMs <= 0) break;
        const sleepMs = Math.max(shortestSleepMs, waitMs);
        await sleep(sleepMs, entry);
        // Not by the clock, which may be set while this waits.
        leftMs -= sleepMs;
        await serve(entry);
      }
      if (entry.state === "granted") return entry.sent;
      const retryAfterMs = pace.blockedMs(laneOf(entry));
      leave(entry, "refused");
      throw new UpstreamError("budget-spent", { retryAfterMs });
    },
    join: ({ id, client }) => {
      for (const entry of waiting) {
        if (entry.id !== id || entry.client === client) continue;
        count(client, 1);
        if (isBefore(rank({ isKnown: entry.isKnown, client }), rank(entry))) {
          count(entry.client, -1);
          entry.client = client;
        } else count(client, -1);
      }
    },
    recordOutcome: standing.recordOutcome,
    heed: (news) => {
      const pauseMs = pace.heed(news);
      if (pauseMs > 0) budget.pause(pauseMs);
    },
  };
};

const isNotBefore = (one: Rank, other: Rank): boolean => !isBefore(one, other);

const createWaiting = (isKnown: boolean, asker: Asker | undefined): Waiting => {
  let grant = (): void => undefined;
  const granted = new Promise<void>((resolve) => {
    grant = resolve;
  });
  return {
    id: asker?.id,
    client: asker?.client,
    isKnown,
    granted,
    grant,
    state: "waiting",
    sent: () => undefined,
  };
};
