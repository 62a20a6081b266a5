// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  type Effect,
  initialLifecycle,
  type Lifecycle,
  type LifecycleEvent,
  transition,
} from "../../../../src/loader/embed/lifecycle.ts";
import type { State } from "../../../../src/loader/events.ts";
import { LoaderError } from "../../../../src/loader/errors.ts";

const busy = new LoaderError("broker/busy");
const mistake = new LoaderError("config/no-target");
const booked = { bookingId: "b1", start: null, end: null, graph: "instant", state: "confirmed" };

const events = {
  start: { type: "start" },
  retry: { type: "retry" },
  granted: { type: "granted" },
  shown: { type: "shown", slots: 3 },
  booked: { type: "booked", booked },
  failed: { type: "failed", error: busy },
  mistaken: { type: "failed", error: mistake },
  noTimes: { type: "availabilityFailed", isUnauthorized: false, error: busy },
  refused: { type: "availabilityFailed", isUnauthorized: true, error: busy },
  notBooked: { type: "bookingFailed", isUnauthorized: false, error: busy },
  bookingRefused: { type: "bookingFailed", isUnauthorized: true, error: busy },
  destroy: { type: "destroy" },
} as const satisfies Record<string, LifecycleEvent>;

type EventName = keyof typeof events;

const failing = "stop awaitOnline rejectReady state:failed draw tellError";
const failingForGood = "stop rejectReady state:failed draw tellError";
const starting = "stop state:authorizing draw attempt";
const ending = "state:destroyed stop unmount rejectReady";
const none = "";

/** For each state and event: where it leads, and what is done. Every pair is here. */
const table: Record<State, Record<EventName, readonly [State, string]>> = {
  waiting: {
    start: ["authorizing", starting],
    retry: ["waiting", none],
    granted: ["waiting", none],
    shown: ["waiting", none],
    booked: ["waiting", "booked"],
    failed: ["failed", failing],
    mistaken: ["failed", failingForGood],
    noTimes: ["failed", failing],
    refused: ["authorizing", `${starting} renewing`],
    notBooked: ["waiting", "drawBookingFailure tellError"],
    bookingRefused: ["waiting", "drawBookingFailure tellError renewToken"],
    destroy: ["destroyed", ending],
  },
  authorizing: {
    start: ["authorizing", none],
    retry: ["authorizing", none],
    granted: ["loading", "state:loading"],
    shown: ["authorizing", none],
    booked: ["authorizing", "booked"],
    failed: ["failed", failing],
    mistaken: ["failed", failingForGood],
    noTimes: ["failed", failing],
    refused: ["authorizing", "stop draw attempt renewing"],
    notBooked: ["authorizing", "drawBookingFailure tellError"],
    bookingRefused: ["authorizing", "drawBookingFailure tellError renewToken"],
    destroy: ["destroyed", ending],
  },
  loading: {
    start: ["loading", none],
    retry: ["loading", none],
    granted: ["loading", none],
    shown: ["ready", "state:ready draw availability resolveReady tellReady"],
    booked: ["loading", "booked"],
    failed: ["failed", failing],
    mistaken: ["failed", failingForGood],
    noTimes: ["failed", failing],
    refused: ["authorizing", `${starting} renewing`],
    notBooked: ["loading", "drawBookingFailure tellError"],
    bookingRefused: ["loading", "drawBookingFailure tellError renewToken"],
    destroy: ["destroyed", ending],
  },
  ready: {
    start: ["ready", none],
    retry: ["ready", none],
    granted: ["ready", none],
    shown: ["ready", "availability"],
    booked: ["ready", "draw booked"],
    failed: ["failed", failing],
    mistaken: ["failed", failingForGood],
    noTimes: ["failed", failing],
    refused: ["authorizing", `${starting} renewing`],
    notBooked: ["ready", "drawBookingFailure tellError"],
    bookingRefused: ["ready", "drawBookingFailure tellError renewToken"],
    destroy: ["destroyed", ending],
  },
  failed: {
    start: ["failed", none],
    retry: ["authorizing", `replaceReady ${starting} tryMount`],
    granted: ["failed", none],
    shown: ["failed", none],
    booked: ["failed", "booked"],
    failed: ["failed", none],
    mistaken: ["failed", none],
    noTimes: ["failed", none],
    refused: ["failed", none],
    notBooked: ["failed", none],
    bookingRefused: ["failed", none],
    destroy: ["destroyed", ending],
  },
  destroyed: {
    start: ["destroyed", none],
    retry: ["destroyed", none],
    granted: ["destroyed", none],
    shown: ["destroyed", none],
    booked: ["destroyed", "booked"],
    failed: ["destroyed", none],
    mistaken: ["destroyed", none],
    noTimes: ["destroyed", none],
    refused: ["destroyed", none],
    notBooked: ["destroyed", none],
    bookingRefused: ["destroyed", none],
    destroy: ["destroyed", none],
  },
};

const describeEffect = (effect: Effect): string => {
  if (effect.type === "attempt") return effect.renew ? "attempt renewing" : "attempt";
  if (effect.type !== "tell") return effect.type;
  const name = effect.name.replace("timekit-embed:", "");
  return effect.name === "timekit-embed:state" ? `${name}:${effect.detail.to}` : name;
};

const cases = (Object.keys(table) as State[]).flatMap((state) =>
  (Object.keys(events) as EventName[]).map((event) => ({ state, event, expected: table[state][event] })),
);

test.each(cases)("in the state $state the event $event leads to $expected", ({ state, event, expected }) => {
  const { lifecycle, effects } = transition({ ...initialLifecycle, state }, events[event]);
  expect([lifecycle.state, effects.map(describeEffect).join(" ")]).toEqual(expected);
});

test.each(cases)(
  "$event in $state ends earlier attempts exactly if it begins, fails or destroys",
  ({ state, event }) => {
    const before: Lifecycle = { ...initialLifecycle, state, attempt: 7 };
    const { lifecycle, effects } = transition(before, events[event]);
    const isOther = effects.some(({ type }) => type === "stop");
    expect(lifecycle.attempt).toBe(isOther ? 8 : 7);
    const attempts = effects.flatMap((effect) => ("attempt" in effect ? [effect.attempt] : []));
    expect(attempts.every((attempt) => attempt === lifecycle.attempt)).toBe(true);
  },
);

/** Runs events one after the other, and gives the last transition. */
const follow = (...names: readonly EventName[]) => {
  let last = transition(initialLifecycle, events.start);
  for (const name of names) last = transition(last.lifecycle, events[name]);
  return last;
};

describe("a token that Timekit refuses", () => {
  test("is renewed once; the second refusal is a failure", () => {
    const { lifecycle } = follow("granted", "refused", "granted", "refused");
    expect(lifecycle).toMatchObject({ state: "failed", error: { code: "widget/unauthorized" } });
  });

  test("is renewed again after the calendar was shown meanwhile", () => {
    const { lifecycle } = follow("granted", "refused", "granted", "shown", "refused");
    expect(lifecycle.state).toBe("authorizing");
  });

  test("is renewed once for a booking as well, whose form stays", () => {
    expect(follow("granted", "shown", "bookingRefused").lifecycle.state).toBe("ready");
    expect(follow("granted", "shown", "bookingRefused", "bookingRefused").lifecycle).toMatchObject({
      state: "failed",
      error: { code: "widget/unauthorized" },
    });
  });
});

describe("coming back online", () => {
  const fails = ["failed", "retry"] as const;
  const awaitsOnline = ({ effects }: ReturnType<typeof follow>) =>
    effects.some(({ type }) => type === "awaitOnline");

  test("is awaited three times, and three times more once the calendar was shown", () => {
    expect(awaitsOnline(follow(...fails, ...fails, "failed"))).toBe(true);
    expect(awaitsOnline(follow(...fails, ...fails, ...fails, "failed"))).toBe(false);
    expect(awaitsOnline(follow(...fails, ...fails, ...fails, "granted", "shown", "failed"))).toBe(true);
  });
});

test("a new attempt forgets the last error", () => {
  expect(follow("failed").lifecycle.error).toBe(busy);
  expect(follow("failed", "retry").lifecycle.error).toBeUndefined();
});
