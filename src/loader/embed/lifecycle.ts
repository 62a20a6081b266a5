import type { Booked } from "../vendor.ts";
import { LoaderError } from "../errors.ts";
import type { EmbedEvents, State } from "../events.ts";

/** What one embed remembers from event to event. */
export interface Lifecycle {
  readonly state: State;
  /** Grows when an attempt begins and when it fails or is given up; results of earlier attempts are ignored. */
  readonly attempt: number;
  /** Whether a refused token was renewed since the calendar was last on screen. */
  readonly hasRenewed: boolean;
  /** How often a failed calendar still tries again by itself when the browser comes back online. */
  readonly onlineRetriesLeft: number;
  readonly error: LoaderError | undefined;
}

export type LifecycleEvent =
  /** Its trigger has come: at once, near the viewport, or when asked. */
  | { readonly type: "start" }
  | { readonly type: "retry" }
  /** The broker's token was accepted. */
  | { readonly type: "granted" }
  /** Free times are on screen. */
  | { readonly type: "shown"; readonly slots: number }
  | { readonly type: "booked"; readonly booked: Booked }
  | { readonly type: "failed"; readonly error: LoaderError }
  /** Timekit did not give the free times. */
  | { readonly type: "availabilityFailed"; readonly isUnauthorized: boolean; readonly error: LoaderError }
  /** Timekit did not take the booking. */
  | { readonly type: "bookingFailed"; readonly isUnauthorized: boolean; readonly error: LoaderError }
  | { readonly type: "destroy" };

/** What has to be done after an event, in this order. */
export type Effect =
  /** Ends the running calendar and whatever is waited for. */
  | { readonly type: "stop" }
  | { readonly type: "attempt"; readonly attempt: number; readonly renew: boolean }
  /** Gets another token for the calendar that runs, so that nothing that was typed is lost. */
  | { readonly type: "renewToken"; readonly attempt: number }
  | { readonly type: "awaitOnline" }
  | { readonly type: "replaceReady" }
  | { readonly type: "resolveReady" }
  | { readonly type: "rejectReady"; readonly error: LoaderError }
  /** Looks once more for a target that is still missing. */
  | { readonly type: "tryMount" }
  | { readonly type: "draw" }
  | { readonly type: "drawBookingFailure" }
  | Tell<Exclude<keyof EmbedEvents, "timekit-embed:ready" | "timekit-embed:error">>
  | { readonly type: "tellReady" }
  /** Tells the page, and the site's owner in the console. */
  | { readonly type: "tellError"; readonly error: LoaderError }
  | { readonly type: "unmount" };

/** Tells the page; one member of the union for each name. */
type Tell<Name extends keyof EmbedEvents> = Name extends unknown
  ? { readonly type: "tell"; readonly name: Name; readonly detail: EmbedEvents[Name] }
  : never;

export interface Transition {
  readonly lifecycle: Lifecycle;
  readonly effects: readonly Effect[];
}

const onlineRetries = 3;

export const initialLifecycle: Lifecycle = {
  state: "waiting",
  attempt: 0,
  hasRenewed: false,
  onlineRetriesLeft: onlineRetries,
  error: undefined,
};

/** Where an event leads, and what has to be done; nothing where the event means nothing in this state. */
export const transition = (lifecycle: Lifecycle, event: LifecycleEvent): Transition => {
  const { state } = lifecycle;
  const isOver = state === "failed" || state === "destroyed";
  switch (event.type) {
    case "start":
      return state === "waiting" ? beginAttempt(lifecycle, { renew: false }) : stay(lifecycle);
    case "retry":
      return state === "failed" ? retry(lifecycle) : stay(lifecycle);
    case "granted":
      return state === "authorizing" ? moveTo(lifecycle, "loading", []) : stay(lifecycle);
    case "shown":
      return state === "loading" || state === "ready" ? show(lifecycle, event.slots) : stay(lifecycle);
    case "booked":
      // What an earlier try has left there is drawn away. A booking counts even if the calendar is gone meanwhile.
      return {
        lifecycle,
        effects: [
          ...(state === "ready" ? [{ type: "draw" } as const] : []),
          { type: "tell", name: "timekit-embed:booked", detail: event.booked },
        ],
      };
    case "failed":
      return isOver ? stay(lifecycle) : fail(lifecycle, event.error);
    case "availabilityFailed":
      if (isOver) return stay(lifecycle);
      if (!event.isUnauthorized) return fail(lifecycle, event.error);
      return lifecycle.hasRenewed
        ? fail(lifecycle, new LoaderError("widget/unauthorized"))
        : beginAttempt(lifecycle, { renew: true });
    case "bookingFailed":
      if (isOver) return stay(lifecycle);
      return event.isUnauthorized && lifecycle.hasRenewed
        ? fail(lifecycle, new LoaderError("widget/unauthorized"))
        : keepForm(lifecycle, event);
    case "destroy":
      return state === "destroyed" ? stay(lifecycle) : destroy(lifecycle);
  }
};

const stay = (lifecycle: Lifecycle): Transition => ({ lifecycle, effects: [] });

/** Changes the state and tells so before anything else, unless the state stays the same. */
const moveTo = (from: Lifecycle, state: State, effects: readonly Effect[]): Transition => ({
  lifecycle: { ...from, state },
  effects: [...tellState(from.state, state), ...effects],
});

const tellState = (from: State, to: State): readonly Effect[] =>
  from === to ? [] : [{ type: "tell", name: "timekit-embed:state", detail: { from, to } }];

const beginAttempt = (from: Lifecycle, { renew }: { readonly renew: boolean }): Transition => {
  const attempt = from.attempt + 1;
  return {
    lifecycle: { ...from, state: "authorizing", attempt, hasRenewed: renew, error: undefined },
    effects: [
      { type: "stop" },
      ...tellState(from.state, "authorizing"),
      { type: "draw" },
      { type: "attempt", attempt, renew },
    ],
  };
};

const retry = (from: Lifecycle): Transition => {
  const { lifecycle, effects } = beginAttempt(from, { renew: false });
  return { lifecycle, effects: [{ type: "replaceReady" }, ...effects, { type: "tryMount" }] };
};

const show = (from: Lifecycle, slots: number): Transition => {
  const shown = { ...from, hasRenewed: false, onlineRetriesLeft: onlineRetries };
  const tellSlots: Effect = { type: "tell", name: "timekit-embed:availability", detail: { slots } };
  if (from.state === "ready") return { lifecycle: shown, effects: [tellSlots] };
  return moveTo(shown, "ready", [
    { type: "draw" },
    tellSlots,
    { type: "resolveReady" },
    { type: "tellReady" },
  ]);
};

const fail = (from: Lifecycle, error: LoaderError): Transition => {
  const awaitsOnline = error.retryable && from.onlineRetriesLeft > 0;
  return {
    lifecycle: {
      ...from,
      state: "failed",
      attempt: from.attempt + 1,
      onlineRetriesLeft: from.onlineRetriesLeft - (awaitsOnline ? 1 : 0),
      error,
    },
    effects: [
      { type: "stop" },
      ...(awaitsOnline ? [{ type: "awaitOnline" } as const] : []),
      { type: "rejectReady", error },
      ...tellState(from.state, "failed"),
      { type: "draw" },
      { type: "tellError", error },
    ],
  };
};

/** The form stays as it is, so that nothing that was typed is lost; a refused token is renewed behind it. */
const keepForm = (
  from: Lifecycle,
  { isUnauthorized, error }: { readonly isUnauthorized: boolean; readonly error: LoaderError },
): Transition => ({
  lifecycle: { ...from, hasRenewed: from.hasRenewed || isUnauthorized },
  effects: [
    { type: "drawBookingFailure" },
    { type: "tellError", error },
    ...(isUnauthorized ? [{ type: "renewToken", attempt: from.attempt } as const] : []),
  ],
});

const destroy = (from: Lifecycle): Transition => ({
  lifecycle: { ...from, state: "destroyed", attempt: from.attempt + 1 },
  effects: [
    ...tellState(from.state, "destroyed"),
    { type: "stop" },
    { type: "unmount" },
    { type: "rejectReady", error: new LoaderError("embed/destroyed") },
  ],
});
