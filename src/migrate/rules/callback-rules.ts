import { callback } from "../take/copy.ts";
import type { MigrationRule } from "./rule.ts";

/** The page's own functions; each is carried over by reference. */
export const callbackRules: readonly MigrationRule[] = [
  {
    path: "callbacks",
    outcome: "reshaped",
    to: "callbacks",
    text: "Has the same name. Most callbacks do too, but v2 hands them other data: read the note on each.",
    holds: "object",
  },
  ...answersOf("findTimeTeam", "fetchAvailability"),
  ...answersOf("findTime", "fetchAvailability"),
  {
    path: "callbacks.GetBookingSlotsStarted",
    outcome: "reshaped",
    to: "callbacks.GetBookingSlotsStarted",
    text: "Has the same name, capital G included, and is called without data.",
    take: callback,
  },
  {
    path: "callbacks.(getBookingSlotsSuccessful|getBookingSlotsFailed)",
    outcome: "reshaped",
    to: "callbacks.*",
    text: "Has the same name. The seats are those of the project, with “resource” where v1 had “user”.",
    take: callback,
  },
  {
    path: "callbacks.(getUserTimezoneStarted|getUserTimezoneSuccessful|getUserTimezoneFailed)",
    outcome: "dropped",
    text: "v2 does not ask for the time zone of who is booked, so this is never called.",
  },
  {
    path: "callbacks.createBookingStarted",
    outcome: "reshaped",
    to: "callbacks.createBookingStarted",
    text: "Has the same name. What v1 put into event (start, end, what, where, description) stands in the object itself, with resource_id and project_id beside it.",
    take: callback,
  },
  {
    path: "callbacks.(createBookingSuccessful|createBookingFailed)",
    outcome: "reshaped",
    to: "callbacks.*",
    text: "Has the same name. The answer is about a resource where v1's was about a user: check which of its values you read.",
    take: callback,
  },
  {
    path: "callbacks.(clickTimeslot|showBookingPage)",
    outcome: "reshaped",
    to: "callbacks.*",
    text: "Has the same name. The time holds “resources” where v1's held “users”, if any.",
    take: callback,
  },
  {
    path: "callbacks.submitBookingForm",
    outcome: "reshaped",
    to: "callbacks.submitBookingForm",
    text: "Has the same name and receives the form's values by field, with those of your own fields.",
    take: callback,
  },
  {
    path: "callbacks.errorTriggered",
    outcome: "reshaped",
    to: "callbacks.errorTriggered",
    text: "Has the same name. v1 never called it, by a mistake of its own; v2 does, so now it runs.",
    take: callback,
  },
  {
    path: "callbacks.(renderStarted|renderCompleted|fullCalendarInitialized|showLoadingScreen|hideLoadingScreen|closeBookingPage)",
    outcome: "reshaped",
    to: "callbacks.*",
    text: "Has the same name and is called without data, as in v1.",
    take: callback,
  },
  {
    path: "callbacks.(fetchAvailabilityStarted|fetchAvailabilitySuccessful|fetchAvailabilityFailed)",
    outcome: "needs-you",
    to: "callbacks.*",
    text: "Is a callback of v2 already, which v1 never called. It is carried over as it is: check that it is meant.",
    take: callback,
  },
  {
    path: "callbacks.*",
    outcome: "dropped",
    text: "v1 never calls a function of this name, and v2 does not either. Look for a slip in the spelling.",
  },
];

// A function declaration, so that the table above can use it.
function answersOf(before: string, now: string): readonly MigrationRule[] {
  const team = before === "findTimeTeam" ? " It is left out where the page has no team." : "";
  return [
    {
      path: `callbacks.${before}Started`,
      outcome: "renamed",
      to: `callbacks.${now}Started`,
      text: `Is ${now}Started. The request holds resources, constraints, from and to where v1's held e-mail addresses, filters and future.${team}`,
      take: callback,
    },
    {
      path: `callbacks.${before}Successful`,
      outcome: "renamed",
      to: `callbacks.${now}Successful`,
      text: `Is ${now}Successful. Each time in the answer holds a list “resources”.${team}`,
      take: callback,
    },
    {
      path: `callbacks.${before}Failed`,
      outcome: "renamed",
      to: `callbacks.${now}Failed`,
      text: `Is ${now}Failed.${team}`,
      take: callback,
    },
  ];
}
