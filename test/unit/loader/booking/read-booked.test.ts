// @vitest-environment node
import { expect, test } from "vitest";
import { readBooked } from "../../../../src/loader/booking/answers.ts";

const sent = {
  graph: "instant",
  resource_id: "2939c4fa-f06f-4496-8a20-03f57afcdfe6",
  event: {
    start: "2026-11-24T09:00:00+00:00",
    end: "2026-11-24T10:00:00+00:00",
    participants: ["v@example.com"],
  },
  customer: { name: "Visitor", email: "v@example.com", comment: "private" },
};
const answer = {
  id: "b1",
  state: "confirmed",
  graph: "instant",
  attributes: {
    event_info: { start: "2026-11-24 09:00am (+00:00 UTC)", end: "2026-11-24 10:00am (+00:00 UTC)" },
    customer: { name: "Visitor", email: "v@example.com" },
  },
};
const booked = {
  bookingId: "b1",
  start: "2026-11-24T09:00:00+00:00",
  end: "2026-11-24T10:00:00+00:00",
  graph: "instant",
  state: "confirmed",
};

test("a booking is told without the visitor", () => {
  expect(readBooked(answer, sent)).toEqual(booked);
});

test("a group booking, which sends no event, has the times of the answer where they are for programs", () => {
  const { event, ...groupSent } = sent;
  const info = { start: event.start, end: event.end };
  expect(readBooked({ ...answer, attributes: { event_info: info } }, groupSent)).toEqual(booked);
  expect(readBooked(answer, groupSent)).toEqual({ ...booked, start: null, end: null });
});

test("the graph is what was sent where the answer has none", () => {
  expect(readBooked({ id: "b1" }, { graph: "confirm_decline" })).toMatchObject({
    graph: "confirm_decline",
    state: null,
  });
});

test.each([
  undefined,
  null,
  "ok",
  7,
  [],
  {},
  { id: 7, state: {}, graph: [], attributes: "x" },
  { attributes: { event_info: 7 } },
])("of the answer %j nothing is made up", (strange) => {
  const nothing = { bookingId: null, start: null, end: null, graph: null, state: null };
  expect(readBooked(strange, strange)).toEqual(nothing);
  expect(readBooked(strange, { event: { start: "soon", end: 7 } })).toEqual(nothing);
});
