import { describe, expect, it } from "vitest";
import { expectedOf, type Row, seenIn } from "./compare.ts";

const rows: readonly Row[] = [
  {
    says: "books at once by default, as v1 does",
    v1: {},
    config: { booking: { graph: "instant" } },
    notes: { bookingGraph: "reshaped" },
  },
  {
    says: "asks for a graph whose name v1 does not know",
    v1: { bookingGraph: "confirm-decline" },
    lacks: ["booking.graph"],
    notes: { bookingGraph: "needs-you" },
  },
  {
    says: "refuses a graph of a wrong type",
    v1: { bookingGraph: ["instant"] },
    lacks: ["booking.graph"],
    notes: { bookingGraph: "dropped" },
  },
  {
    says: "lets the graph of the request win, wherever it stands in the page",
    v1: { bookingGraph: "instant", timekitCreateBooking: { graph: "confirm_decline" } },
    config: { booking: { graph: "confirm_decline" } },
    notes: { bookingGraph: "renamed", "timekitCreateBooking.graph": "renamed" },
  },
  {
    says: "moves title, place and description out of the event",
    v1: { timekitCreateBooking: { event: { what: "Haircut", where: "Main St", description: "Bring hair" } } },
    config: { booking: { what: "Haircut", where: "Main St", description: "Bring hair" } },
    lacks: ["booking.event"],
    notes: {
      timekitCreateBooking: "reshaped",
      "timekitCreateBooking.event": "reshaped",
      "timekitCreateBooking.event.what": "renamed",
      "timekitCreateBooking.event.where": "renamed",
      "timekitCreateBooking.event.description": "renamed",
    },
  },
  {
    says: "drops what v2 decides elsewhere",
    v1: {
      timekitCreateBooking: {
        action: "confirm",
        event: {
          invite: true,
          my_rsvp: "accepted",
          syncProvider: true,
          participants: ["a@example.com"],
          calendar_id: "c",
          start: "now",
          end: "later",
        },
      },
    },
    lacks: ["booking.action", "booking.invite", "booking.calendar_id", "booking.start"],
    notes: {
      "timekitCreateBooking.action": "dropped",
      "timekitCreateBooking.event.invite": "dropped",
      "timekitCreateBooking.event.my_rsvp": "dropped",
      "timekitCreateBooking.event.syncProvider": "dropped",
      "timekitCreateBooking.event.participants": "dropped",
      "timekitCreateBooking.event.calendar_id": "dropped",
      "timekitCreateBooking.event.start": "dropped",
      "timekitCreateBooking.event.end": "dropped",
    },
  },
  {
    says: "carries over what is known of the customer",
    v1: { timekitCreateBooking: { customer: { timezone: "Europe/Paris", plan: { name: "gold" } } } },
    config: { booking: { customer: { timezone: "Europe/Paris", plan: { name: "gold" } } } },
    notes: { "timekitCreateBooking.customer": "renamed", "timekitCreateBooking.customer.plan": [] },
  },
  {
    says: "asks about options of the request that no documentation names",
    v1: { timekitCreateBooking: { where: "Main St", notify: { enabled: true }, event: { colour: "red" } } },
    lacks: ["booking.where", "booking.notify", "booking.colour"],
    notes: {
      "timekitCreateBooking.where": "needs-you",
      "timekitCreateBooking.notify": "needs-you",
      "timekitCreateBooking.event.colour": "needs-you",
    },
  },
  {
    says: "does not begin to send the event of a group booking, which v1 does not send",
    v1: { bookingGraph: "group_customer", timekitCreateBooking: { event: { what: "Class" } } },
    lacks: ["booking.what"],
    notes: { "timekitCreateBooking.event": "dropped" },
  },
  {
    says: "refuses a request, an event and a customer that are no objects",
    v1: { timekitCreateBooking: { event: "Haircut", customer: ["Jane"] } },
    lacks: ["booking.customer"],
    notes: { "timekitCreateBooking.event": "dropped", "timekitCreateBooking.customer": "dropped" },
  },
  {
    says: "refuses a request that is no object",
    v1: { timekitCreateBooking: null },
    notes: { timekitCreateBooking: "dropped" },
  },
];

describe("booking", () => {
  it.each(["instant", "instant_payment", "confirm_decline", "group_customer", "group_customer_payment"])(
    "carries the graph %s over",
    (graph) => {
      const row: Row = {
        says: "",
        v1: { bookingGraph: graph },
        config: { booking: { graph } },
        notes: { bookingGraph: "renamed" },
      };
      expect(seenIn(row)).toMatchObject(expectedOf(row));
    },
  );

  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });
});
