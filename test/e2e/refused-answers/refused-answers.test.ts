import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../world/open-world.ts";
import { bodies, gaps } from "./bodies.ts";
import { type Outcome, openBatch } from "./open-batch.ts";
import { grants } from "./refused-answer.ts";
import { transport } from "./transport.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const answers = [...grants, ...bodies, ...gaps, ...transport];

/** Pages with a script of their own stand alone; the others hold up to sixteen calendars. */
const batches = [
  ...Array.from({ length: Math.ceil(answers.length / 16) }, (_, index) =>
    answers.filter(({ script }) => script === undefined).slice(index * 16, (index + 1) * 16),
  ),
  ...answers.filter(({ script }) => script !== undefined).map((answer) => [answer]),
].filter((batch) => batch.length > 0);

describe.each(batches.map((batch, index) => ({ batch, page: index + 1 })))("on page $page", ({ batch }) => {
  let outcomes: readonly Outcome[];
  beforeAll(async () => {
    outcomes = await openBatch(world, batch);
  });

  const rows = batch.map(({ name, code }, index) => [name, { codes: [code].flat(), index }] as const);
  it.each(rows)("refuses %s", (_, { codes, index }) => {
    const outcome = outcomes[index];
    const states = outcome?.events.filter(({ name }) => name === "state").map(({ detail }) => detail);
    const errors = outcome?.events.filter(({ name }) => name === "error").map(({ detail }) => detail);

    expect(states).toEqual([
      { from: "waiting", to: "authorizing" },
      { from: "authorizing", to: "failed" },
    ]);
    expect(errors).toEqual([expect.objectContaining({ code: expect.toBeOneOf(codes) })]);
    expect(outcome?.isAlertVisible).toBe(true);
    expect(outcome?.traces).toEqual([]);
  });
});

it("Timekit has heard of none of them, only of the broker's start", () => {
  expect(new Set(answers.map(({ name }) => name)).size).toBe(answers.length);
  expect(world.timekit.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /v2/app"]);
});
