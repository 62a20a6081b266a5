import { expect, test } from "vitest";
import { createClockworkWorld, granting, idNumber, resourceId } from "../clockwork-world.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A broker whose resources have a token that expires at a time, and the warnings of it. */
const open = (expires: string | null, settings = {}) => {
  const world = createClockworkWorld(settings);
  const holdUntil = (time: string | null) => world.respondWith((id) => granting(id, { expires: time }));
  holdUntil(expires);
  return {
    ...world,
    holdUntil,
    warnings: () => world.log.filter(({ event }) => event === "expiry"),
  };
};

// The clock of the tests begins on 2026-11-24 at noon.
const inTenDays = "2026-12-04T12:00:00+00:00";

test("a token that expires soon is warned of once a day, for each resource", async () => {
  const { ask, pass, warnings } = open(inTenDays);
  for (let count = 0; count < 3; count += 1) expect((await ask()).status).toBe(200);
  expect(warnings()).toEqual([
    {
      time: "2026-11-24T12:00:00.000Z",
      level: "warn",
      event: "expiry",
      resource_id: resourceId,
      expires: "2026-12-04T12:00:00.000Z",
      message: expect.stringContaining("expires soon"),
    },
  ]);
  await ask(idNumber(1));
  expect(warnings().map(({ resource_id: id }) => id)).toEqual([resourceId, idNumber(1)]);
  pass(dayMs - 1);
  await ask();
  expect(warnings()).toHaveLength(2);
  pass(hourMs);
  await ask();
  expect(warnings()).toHaveLength(3);
  expect(JSON.stringify(warnings())).not.toContain("ClientToken");
});

test.each([
  ["expires later than that", "2026-12-24T12:00:00+00:00", {}],
  ["never expires", null, {}],
  ["is not to be warned of", inTenDays, { expiryWarningDays: 0 }],
  ["expires after EXPIRY_WARNING_DAYS", inTenDays, { expiryWarningDays: 10 }],
])("a token that %s is not warned of", async (_what, expires, settings) => {
  const { ask, warnings } = open(expires, settings);
  await ask();
  expect(warnings()).toEqual([]);
});

test("EXPIRY_WARNING_DAYS says how soon that is", async () => {
  const { ask, warnings } = open(inTenDays, { expiryWarningDays: 11 });
  await ask();
  expect(warnings()).toHaveLength(1);
});

test("every change is there for the metrics: a sooner one at once, a later one within an hour", async () => {
  const { ask, pass, holdUntil, warnings } = open("2027-06-01T00:00:00Z", { logLevel: "debug" });
  const told = () => warnings().map(({ level, expires }) => [level, expires]);
  await ask();
  await ask();
  const june = ["debug", "2027-06-01T00:00:00.000Z"];
  expect(told()).toEqual([june]);
  holdUntil("2027-05-01T00:00:00Z");
  pass(301_000);
  await ask();
  const may = ["debug", "2027-05-01T00:00:00.000Z"];
  expect(told()).toEqual([june, may]);
  holdUntil(null);
  pass(301_000);
  await ask();
  expect(told()).toEqual([june, may]);
  pass(hourMs);
  await ask();
  expect(told()).toEqual([june, may, ["debug", undefined]]);
});
