import type { MigrationRule } from "./rule.ts";

/** Who is booked, and how the page signs in at Timekit. */
export const accountRules: readonly MigrationRule[] = [
  {
    path: "app",
    outcome: "dropped",
    text: "v2 knows your app from the App Widget Key, so no app is named.",
  },
  {
    path: "email",
    outcome: "reshaped",
    to: "resources",
    text: "v2 names who is booked by resource id, in the list “resources”, and needs no e-mail address in the page.",
  },
  {
    path: "apiToken",
    outcome: "dropped",
    text: "Never carried over: v2 signs in with the App Widget Key (app_key). Once v2 runs, remove the token from your pages.",
  },
  {
    path: "calendar",
    outcome: "dropped",
    text: "v2 has no calendar for one page: bookings go into the calendar that is chosen in the resource's settings at Timekit. Choose it there. If several pages must book the same person into different calendars, stay on v1 for now.",
  },
  {
    path: "widgetId",
    outcome: "needs-you",
    to: "project_id",
    text: "Widgets stay with v1. Create a project at Timekit (admin.timekit.io, Projects), give it the widget's settings, and put its id into project_id. What the widget sets, this page does not know, so it is not in the configuration shown here.",
  },
  {
    path: "widgetSlug",
    outcome: "needs-you",
    to: "project_id",
    text: "Hosted widgets stay with v1, and their settings are not in this page. Create a project at Timekit (admin.timekit.io, Projects), give it the widget's settings, and put its id into project_id. Its hosted page gets a new address at book.timekit.io, so change your links too.",
  },
];
