import type { Call } from "../call.ts";
import { deriveUuid } from "../derive.ts";
import type { Period } from "../find-slots.ts";
import { timestamp } from "../make-credential.ts";
import { formatPhpDate } from "../php-date.ts";
import type { Resource } from "../world-types.ts";
import { toIso } from "../zoned-time.ts";
import type { BookingRequest, Graph } from "./parse-booking.ts";

export interface BookingFacts {
  readonly id: string;
  readonly event: Period & { readonly what: string; readonly where: string; readonly description: string };
  readonly request: BookingRequest;
  readonly resource: Resource;
  readonly call: Call;
}

/**
 * A new booking in Timekit's shape; `include` adds `attributes`, `event` and `user`. Times follow the header
 * `Timekit-OutputTimestampFormat`, which Booking.js v1 always sends: they are then not ISO 8601.
 */
export const describeBooking = ({ id, event, request, resource, call }: BookingFacts): unknown => {
  const includes = call.url.searchParams.get("include")?.split(",") ?? [];
  const format = call.headers.get("timekit-outputtimestampformat");
  const write = (instantMs: number): string =>
    format === null
      ? toIso(instantMs, resource.timeZone)
      : formatPhpDate(format, { instantMs, timeZone: resource.timeZone });
  const eventInfo = {
    start: write(event.startMs),
    end: write(event.endMs),
    what: event.what,
    where: event.where,
    description: event.description,
  };
  const isDone = request.graph === "instant";
  return {
    id,
    graph: request.graph,
    state: stateOf(request.graph),
    completed: isDone,
    possible_actions: isDone ? ["cancel"] : ["decline", "confirm"],
    created_at: timestamp(call.nowMs),
    updated_at: timestamp(call.nowMs),
    ...(includes.includes("attributes") && { attributes: { event_info: eventInfo } }),
    ...(includes.includes("event") && { event: { id: deriveUuid(`event/${id}`), ...eventInfo } }),
    ...(includes.includes("user") && {
      user: { id: resource.id, name: resource.name, email: resource.email },
    }),
    calendar: { id: resource.calendarId, name: "Bookings", display_name: "Bookings" },
    customers: [{ id: deriveUuid(`customer/${id}`), ...request.customer }],
  };
};

/** `tentative` is known for `confirm_decline`; what the two kinds of payment say first is not. */
const stateOf = (graph: Graph): "confirmed" | "tentative" =>
  graph === "instant" || graph === "group_customer" ? "confirmed" : "tentative";
