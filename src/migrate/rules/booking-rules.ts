import { copy } from "../take/copy.ts";
import { graph } from "../take/graph.ts";
import { text } from "../take/text.ts";
import type { MigrationRule } from "./rule.ts";

/** What is booked and how. */
export const bookingRules: readonly MigrationRule[] = [
  {
    path: "timekitCreateBooking",
    outcome: "reshaped",
    to: "booking",
    text: "Is booking, without the level “event”: what stood there stands in booking itself.",
    holds: "object",
  },
  {
    path: "timekitCreateBooking.graph",
    outcome: "renamed",
    to: "booking.graph",
    text: "Is booking.graph; it wins over bookingGraph, as in v1.",
    take: graph,
  },
  {
    path: "bookingGraph",
    outcome: "renamed",
    to: "booking.graph",
    text: "Is booking.graph, with the same names. For group bookings v2 finds the seats by project, so they need a project_id.",
    take: graph,
  },
  {
    path: "timekitCreateBooking.action",
    outcome: "dropped",
    text: "v2 sends no action: Timekit knows the first step of each booking graph.",
  },
  {
    path: "timekitCreateBooking.event",
    outcome: "reshaped",
    to: "booking",
    text: "What stood in event stands in booking itself.",
    holds: "object",
  },
  {
    path: "timekitCreateBooking.event.(what|where|description)",
    outcome: "renamed",
    to: "booking.*",
    text: "Has the same name in booking.",
    take: text,
  },
  {
    path: "timekitCreateBooking.event.(invite|my_rsvp|sync_provider|participants)",
    outcome: "dropped",
    text: "v2 has no such option: whether Timekit invites people and writes to a calendar is set with the resource and the project.",
  },
  {
    path: "timekitCreateBooking.event.calendar_id",
    outcome: "dropped",
    text: "v2 has no calendar for one page: choose it in the resource's settings at Timekit.",
  },
  {
    path: "timekitCreateBooking.event.(start|end)",
    outcome: "dropped",
    text: "The visitor chooses the time. To change it in a script, set start and end in callbacks.createBookingStarted.",
  },
  {
    path: "timekitCreateBooking.event.*",
    outcome: "needs-you",
    text: "No documented option. If Timekit's bookings need it, add it to booking yourself and try it.",
  },
  {
    path: "timekitCreateBooking.customer",
    outcome: "renamed",
    to: "booking.customer",
    text: "Is booking.customer.",
    holds: "object",
  },
  {
    path: "timekitCreateBooking.customer.*",
    outcome: "kept",
    to: "booking.customer.*",
    text: "Has the same name in booking.customer.",
    take: copy,
  },
  {
    path: "timekitCreateBooking.*",
    outcome: "needs-you",
    text: "No documented option. v2 sends what stands in booking to the same service, so add it there yourself if it is needed, and try it.",
  },
  {
    path: "timekitUpdateBooking",
    outcome: "dropped",
    text: "Neither v1 nor v2 uses it.",
  },
  {
    path: "timekitCreateEvent",
    outcome: "dropped",
    text: "v1 has not read it since 1.7, when timekitCreateBooking took its place; in v2 that is booking.",
  },
];
