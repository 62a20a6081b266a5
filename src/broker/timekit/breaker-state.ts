/** Whether Timekit is asked: always, not for a while, or by one request that finds out whether it is back. */
export type BreakerState =
  | { readonly kind: "closed"; readonly failures: number }
  | { readonly kind: "open"; readonly untilMs: number; readonly waitMs: number }
  | { readonly kind: "half-open"; readonly waitMs: number };

/** How a lookup ended: Timekit answered, Timekit is out of order, or it was never asked. */
export type BreakerEvent = "answered" | "outage" | "not-asked";

const failuresToOpen = 5;
const shortestWaitMs = 5000;
const longestWaitMs = 60_000;

export const closedBreaker: BreakerState = { kind: "closed", failures: 0 };

/** The state in which a lookup may begin; undefined if none may. */
export const enterBreaker = (state: BreakerState, nowMs: number): BreakerState | undefined => {
  switch (state.kind) {
    case "closed":
      return state;
    case "open":
      return nowMs >= state.untilMs ? { kind: "half-open", waitMs: state.waitMs } : undefined;
    case "half-open":
      return undefined;
  }
};

/** The state after a lookup has ended. Each probe that fails doubles the wait. */
export const leaveBreaker = (state: BreakerState, event: BreakerEvent, nowMs: number): BreakerState => {
  switch (event) {
    case "answered":
      return closedBreaker;
    case "not-asked":
      return state.kind === "half-open" ? { kind: "open", untilMs: nowMs, waitMs: state.waitMs } : state;
    case "outage":
      return afterOutage(state, nowMs);
  }
};

const afterOutage = (state: BreakerState, nowMs: number): BreakerState => {
  switch (state.kind) {
    case "closed":
      return state.failures + 1 < failuresToOpen
        ? { kind: "closed", failures: state.failures + 1 }
        : open(shortestWaitMs, nowMs);
    case "open":
      return state;
    case "half-open":
      return open(Math.min(state.waitMs * 2, longestWaitMs), nowMs);
  }
};

const open = (waitMs: number, nowMs: number): BreakerState => ({
  kind: "open",
  untilMs: nowMs + waitMs,
  waitMs,
});
