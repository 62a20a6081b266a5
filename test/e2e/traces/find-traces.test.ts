import { afterAll, beforeAll, expect, it } from "vitest";
import { deriveToken } from "../../../demo/timekit/derive.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { findTraces, type Trace } from "./find-traces.ts";
import { plantsInValues } from "./plants-in-values.ts";
import { plants } from "./plants.ts";

const all = [...plants, ...plantsInValues].map((plant) => ({
  ...plant,
  // Names of attributes are in lower case.
  secret: deriveToken(plant.name).toLowerCase(),
}));
const neverPlanted = deriveToken("nowhere");

let world: World;
let traces: readonly Trace[];
beforeAll(async () => {
  world = await openWorld();
  const visit = await world.openPage({ broker: () => new Response(null, { status: 404 }) });
  await visit.reaches("failed");
  for (const { plant, secret } of all) await visit.page.evaluate(plant, secret);
  traces = await findTraces(visit, [...all.map(({ secret }) => secret), neverPlanted]);
});
afterAll(() => world.close());

it.each(all.map((plant) => [plant.name, plant] as const))("a secret %s is found", (_, { secret, place }) => {
  const places = traces.filter((trace) => trace.secret === secret).map((trace) => trace.place);
  expect(places).toContainEqual(expect.stringMatching(place));
});

it("a secret that was planted nowhere is not found", () => {
  expect(traces.filter(({ secret }) => secret === neverPlanted)).toEqual([]);
});
