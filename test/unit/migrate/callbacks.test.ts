import { describe, expect, it } from "vitest";
import { migrateConfig, type NoteKind } from "../../../src/migrate/index.ts";
import { expectedOf, seenIn } from "./compare.ts";

// [v1, v2, what the note says]
const callbacks: readonly (readonly [string, string | undefined, NoteKind])[] = [
  ["findTimeStarted", "fetchAvailabilityStarted", "renamed"],
  ["findTimeSuccessful", "fetchAvailabilitySuccessful", "renamed"],
  ["findTimeFailed", "fetchAvailabilityFailed", "renamed"],
  ["findTimeTeamStarted", "fetchAvailabilityStarted", "renamed"],
  ["findTimeTeamSuccessful", "fetchAvailabilitySuccessful", "renamed"],
  ["findTimeTeamFailed", "fetchAvailabilityFailed", "renamed"],
  ["GetBookingSlotsStarted", "GetBookingSlotsStarted", "reshaped"],
  ["getBookingSlotsSuccessful", "getBookingSlotsSuccessful", "reshaped"],
  ["getBookingSlotsFailed", "getBookingSlotsFailed", "reshaped"],
  ["getUserTimezoneStarted", undefined, "dropped"],
  ["getUserTimezoneSuccessful", undefined, "dropped"],
  ["getUserTimezoneFailed", undefined, "dropped"],
  ["createBookingStarted", "createBookingStarted", "reshaped"],
  ["createBookingSuccessful", "createBookingSuccessful", "reshaped"],
  ["createBookingFailed", "createBookingFailed", "reshaped"],
  ["renderStarted", "renderStarted", "reshaped"],
  ["renderCompleted", "renderCompleted", "reshaped"],
  ["fullCalendarInitialized", "fullCalendarInitialized", "reshaped"],
  ["showLoadingScreen", "showLoadingScreen", "reshaped"],
  ["hideLoadingScreen", "hideLoadingScreen", "reshaped"],
  ["clickTimeslot", "clickTimeslot", "reshaped"],
  ["showBookingPage", "showBookingPage", "reshaped"],
  ["closeBookingPage", "closeBookingPage", "reshaped"],
  ["submitBookingForm", "submitBookingForm", "reshaped"],
  ["errorTriggered", "errorTriggered", "reshaped"],
  ["fetchAvailabilityStarted", "fetchAvailabilityStarted", "needs-you"],
  ["createEventSuccessful", undefined, "dropped"],
];

describe("callbacks", () => {
  it.each(callbacks)("carries %s over as %s, with a note", (before, now, kind) => {
    const run = () => undefined;
    const { config, notes } = migrateConfig({ callbacks: { [before]: run } });
    expect(config["callbacks"]).toEqual(now === undefined ? undefined : { [now]: run });
    const own = notes.filter(({ path }) => path === `callbacks.${before}`);
    expect(own.map((note) => note.kind)).toEqual([kind]);
  });

  it.each([
    {
      says: "refuses a callback that is no function",
      v1: { callbacks: { showBookingPage: "alert(1)" } },
      lacks: ["callbacks"],
      notes: { "callbacks.showBookingPage": "dropped" },
    },
    {
      says: "refuses callbacks that are no object",
      v1: { callbacks: () => undefined },
      lacks: ["callbacks"],
      notes: { callbacks: "dropped" },
    },
  ] as const)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });

  it.each([
    { has: "a team", v1: { timekitFindTimeTeam: { users: [] } }, silent: "findTime", heard: "findTimeTeam" },
    { has: "no team", v1: {}, silent: "findTimeTeam", heard: "findTime" },
  ])("keeps of two callbacks the one that v1 calls where the page has $has", ({ v1, silent, heard }) => {
    const [never, always] = [() => "never", () => "always"];
    const callbacks = { [`${silent}Started`]: never, [`${heard}Started`]: always };
    const { config, notes } = migrateConfig({ ...v1, callbacks });
    expect(config["callbacks"]).toEqual({ fetchAvailabilityStarted: always });
    expect(notes).toContainEqual(
      expect.objectContaining({ path: `callbacks.${silent}Started`, kind: "dropped" }),
    );
  });
});
