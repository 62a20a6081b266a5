export type State = "waiting" | "authorizing" | "loading" | "ready" | "failed" | "destroyed";

/**
 * What can happen to an embed: `start` the token is asked for, `grant` it was accepted, `show` the first
 * availability is on screen, `fail` something went wrong, `destroy` it is taken away.
 */
export type LifecycleEvent = "start" | "grant" | "show" | "fail" | "destroy";

/** The state after an event; the same state where the event means nothing in it. */
export const next = (state: State, event: LifecycleEvent): State => transitions[state][event] ?? state;

const transitions: Record<State, Partial<Record<LifecycleEvent, State>>> = {
  waiting: { start: "authorizing", fail: "failed", destroy: "destroyed" },
  authorizing: { grant: "loading", fail: "failed", destroy: "destroyed" },
  // A refused token is renewed, so that the way leads back to `authorizing`.
  loading: { start: "authorizing", show: "ready", fail: "failed", destroy: "destroyed" },
  ready: { start: "authorizing", fail: "failed", destroy: "destroyed" },
  failed: { start: "authorizing", destroy: "destroyed" },
  destroyed: {},
};
