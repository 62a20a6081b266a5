import type { Undo } from "../page.ts";

export interface Deadline {
  /** Aborted when the time is over or the caller has given up. */
  readonly signal: AbortSignal;
  /** Never resolves; rejects when the signal is aborted. */
  readonly passed: Promise<never>;
  readonly leftMs: () => number;
  /** Whether the time has run out, and not the caller given up. */
  readonly isOver: () => boolean;
  readonly end: Undo;
}

/** One limit over everything that follows, in milliseconds; `end` it in any case. */
export const startDeadline = (totalMs: number, outer: AbortSignal, now: () => number): Deadline => {
  const controller = new AbortController();
  const endsAt = now() + totalMs;
  let isOver = false;

  const abort = (): void => controller.abort();
  const timer = setTimeout(() => {
    isOver = true;
    abort();
  }, totalMs);
  outer.addEventListener("abort", abort);

  const passed = new Promise<never>((_, reject) => {
    controller.signal.addEventListener("abort", () => reject(new Error("aborted")));
  });
  passed.catch(() => undefined);

  return {
    signal: controller.signal,
    passed,
    leftMs: () => endsAt - now(),
    isOver: () => isOver,
    end: () => {
      clearTimeout(timer);
      outer.removeEventListener("abort", abort);
    },
  };
};
