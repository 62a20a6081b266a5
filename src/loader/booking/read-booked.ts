import type { Booked } from "../events.ts";

/** What the page may know of a booking: no name, address or comment of the visitor. */
export const readBooked = (answer: unknown, sent: unknown): Booked => {
  const booking = fields(answer);
  const info = fields(fields(booking["attributes"])["event_info"]);
  const event = fields(fields(sent)["event"]);
  return {
    bookingId: text(booking["id"]),
    start: isoText(event["start"]) ?? isoText(info["start"]),
    end: isoText(event["end"]) ?? isoText(info["end"]),
    graph: text(booking["graph"]) ?? text(fields(sent)["graph"]),
    state: text(booking["state"]),
  };
};

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  Object(value) as Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** v1 asks Timekit to answer with times for people; what it has sent is for programs. */
const isoText = (value: unknown): string | null =>
  /^\d{4}-\d\d-\d\dT/.test(String(value)) ? String(value) : null;
