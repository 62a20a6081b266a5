// @vitest-environment node
import { expect, test } from "vitest";
import { type LifecycleEvent, next, type State } from "../../../src/loader/lifecycle.ts";

const events: readonly LifecycleEvent[] = ["start", "grant", "show", "fail", "destroy"];

/** For each state where each event leads, in the order above. */
const matrix: Record<State, readonly [State, State, State, State, State]> = {
  waiting: ["authorizing", "waiting", "waiting", "failed", "destroyed"],
  authorizing: ["authorizing", "loading", "authorizing", "failed", "destroyed"],
  loading: ["authorizing", "loading", "ready", "failed", "destroyed"],
  ready: ["authorizing", "ready", "ready", "failed", "destroyed"],
  failed: ["authorizing", "failed", "failed", "failed", "destroyed"],
  destroyed: ["destroyed", "destroyed", "destroyed", "destroyed", "destroyed"],
};

const cases = (Object.keys(matrix) as State[]).flatMap((state) =>
  events.map((event, index) => ({ state, event, expected: matrix[state][index] })),
);

test.each(cases)("$event leads from $state to $expected", ({ state, event, expected }) => {
  expect(next(state, event)).toBe(expected);
});

test.each(Object.keys(matrix) as State[])("nothing but the end is for ever: %s", (state) => {
  const leavesFor = events.map((event) => next(state, event)).filter((to) => to !== state);
  expect(leavesFor.length === 0).toBe(state === "destroyed");
});
