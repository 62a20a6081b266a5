import { expect } from "vitest";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { visitor } from "../world/book-slot.ts";

/** The calls that v1 makes from the page to the booking and back to the calendar, as `METHOD path status`. */
export const expectedCalls = (email: string | null | undefined): readonly string[] => [
  "POST /v2/findtime 200",
  `GET /v2/users/timezone/${String(email)} 200`,
  "POST /v2/bookings 201",
  "POST /v2/findtime 200",
];

/** What v1 sends with the booking. */
export const expectedBooking = {
  graph: "instant",
  customer: visitor,
  event: { start: expect.stringMatching(/T08:00:00/), end: expect.stringMatching(/T09:00:00/) },
};

/** The loader's events on the way, in order. */
export const expectedEvents = [
  { name: "notice", detail: { action: "shown" } },
  { name: "state", detail: { from: "waiting", to: "authorizing" } },
  { name: "state", detail: { from: "authorizing", to: "loading" } },
  { name: "state", detail: { from: "loading", to: "ready" } },
  { name: "availability", detail: { slots: 12 } },
  { name: "ready", detail: { resourceId: resourceIds.twelveSlots } },
  {
    name: "booked",
    detail: {
      bookingId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      start: expect.stringMatching(/^\d{4}-\d\d-\d\dT08:00:00[+-]\d\d:\d\d$/),
      end: expect.stringMatching(/^\d{4}-\d\d-\d\dT09:00:00[+-]\d\d:\d\d$/),
      graph: "instant",
      state: "confirmed",
    },
  },
  { name: "availability", detail: { slots: 11 } },
];
