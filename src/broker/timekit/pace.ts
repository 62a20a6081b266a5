import type { Runtime } from "../runtime.ts";
import { decideGap, type RateNews } from "./rate-news.ts";

/** All of the budget, or the part that is left to strangers. */
export type Lane = "all" | "strangers";

/** What is known of when the next request to Timekit may be sent. */
export interface Pace {
  /** How long until the budget need not be asked in vain; 0 if it may be asked now. */
  readonly blockedMs: (lane: Lane) => number;
  readonly block: (lane: Lane, durationMs: number) => void;
  /** Notes that a request may be sent now; what it gives back is called when it is, which may be a little later. */
  readonly step: () => () => void;
  /** Takes what Timekit says about its rate limit to heart; tells for how long nobody may ask now, if it says so. */
  readonly heed: (news: RateNews) => number;
}

export interface PaceOptions {
  readonly perSecond: number;
  readonly runtime: Pick<Runtime, "now">;
}

/** Something that lasts from a moment on. */
interface Span {
  readonly atMs: number;
  readonly forMs: number;
}

const secondMs = 1000;

// Timekit counts by the minute. Whatever a header says, asking once in that time does no harm.
const longestPauseMs = 60_000;

// A gap holds until an answer says otherwise, but not beyond the minute that Timekit counts.
const gapLifeMs = 60_000;

export const createPace = ({ perSecond, runtime: { now } }: PaceOptions): Pace => {
  const blocks: Record<Lane, Span> = { all: { atMs: 0, forMs: 0 }, strangers: { atMs: 0, forMs: 0 } };
  let gap = { atMs: 0, ms: 0 };
  let sentAtMs = Number.NEGATIVE_INFINITY;
  // The budget knows when it was asked. A busy process sends later, and then a second could hold one too many.
  const sentTimes = new Float64Array(perSecond).fill(Number.NEGATIVE_INFINITY);
  let oldest = 0;

  const leftOf = ({ atMs, forMs }: Span): number => {
    const agoMs = now() - atMs;
    // Less than nothing ago means that the clock was set back.
    return agoMs < 0 ? 0 : Math.max(0, forMs - agoMs);
  };

  const gapLeftMs = (): number =>
    leftOf({ atMs: gap.atMs, forMs: gapLifeMs }) > 0 ? leftOf({ atMs: sentAtMs, forMs: gap.ms }) : 0;

  const block: Pace["block"] = (lane, forMs) => {
    if (forMs > leftOf(blocks[lane])) blocks[lane] = { atMs: now(), forMs };
  };

  return {
    blockedMs: (lane) =>
      Math.max(
        gapLeftMs(),
        leftOf({ atMs: sentTimes[oldest] ?? 0, forMs: secondMs }),
        leftOf(blocks.all),
        lane === "strangers" ? leftOf(blocks.strangers) : 0,
      ),
    block,
    step: () => {
      const index = oldest;
      oldest = (oldest + 1) % perSecond;
      const record = (): void => {
        sentAtMs = now();
        sentTimes[index] = sentAtMs;
      };
      record();
      return record;
    },
    heed: (news) => {
      if (news.remaining !== undefined) gap = { atMs: now(), ms: decideGap(news, perSecond) };
      const pauseMs = Math.min(news.pauseMs ?? 0, longestPauseMs);
      block("all", pauseMs);
      return pauseMs;
    },
  };
};
