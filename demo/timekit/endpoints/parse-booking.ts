import type { FieldErrors } from "../answers.ts";
import { asObject, asText, type JsonObject } from "../json.ts";

/** What a request to book says, checked. */
export interface BookingRequest {
  readonly graph: Graph;
  readonly customer: Customer;
  /** The resource to book, where the caller is not one itself. */
  readonly resourceId: string;
  /** The project of v2 that is booked; empty without one. */
  readonly projectId: string;
  readonly wish: Appointment | GroupSeat;
}

export interface Appointment {
  readonly kind: "appointment";
  readonly startMs: number;
  readonly endMs: number;
  readonly what: string;
  readonly where: string;
  readonly description: string;
}

interface GroupSeat {
  readonly kind: "group-seat";
  readonly groupId: string;
}

type Customer = JsonObject & { readonly name: string; readonly email: string };

const graphs = [
  "instant",
  "instant_payment",
  "confirm_decline",
  "group_customer",
  "group_customer_payment",
] as const;

export type Graph = (typeof graphs)[number];

/** Reads the body of `POST /v2/bookings` as Booking.js v1 and v2 write it; errors by field. */
export const parseBooking = (
  value: unknown,
): { readonly request: BookingRequest } | { readonly errors: FieldErrors } => {
  const body = asObject(value);
  const graph = graphs.find((name) => name === body["graph"]);
  if (graph === undefined) return { errors: { graph: ["The selected graph is invalid"] } };
  const customer = asObject(body["customer"]);
  const [name, email] = [asText(customer["name"]), asText(customer["email"])];
  if (name.trim() === "") return { errors: { "customer.name": ["The customer.name field is required"] } };
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    return { errors: { "customer.email": ["The customer.email must be a valid email address"] } };
  }
  const wish = graph.startsWith("group_") ? parseSeat(body) : parseAppointment(body);
  if ("errors" in wish) return wish;
  return {
    request: {
      graph,
      customer: { ...customer, name, email },
      resourceId: asText(body["resource_id"]),
      projectId: asText(body["project_id"]),
      wish,
    },
  };
};

const parseSeat = (body: JsonObject): GroupSeat | { readonly errors: FieldErrors } => {
  const groupId = asText(asObject(body["related"])["owner_booking_id"]);
  return groupId === ""
    ? { errors: { related: ["The related.owner_booking_id field is required"] } }
    : { kind: "group-seat", groupId };
};

// v1 puts start, end and title into `event`; v2 puts them beside it, without a title if the project has one.
const parseAppointment = (body: JsonObject): Appointment | { readonly errors: FieldErrors } => {
  const isV2 = body["event"] === undefined && body["start"] !== undefined;
  const event = isV2 ? body : asObject(body["event"]);
  const invalid = (name: string, is: string) => {
    const field = isV2 ? name : `event.${name}`;
    return { errors: { [field]: [`The ${field} ${is}`] } };
  };
  const [startMs, endMs] = [Date.parse(asText(event["start"])), Date.parse(asText(event["end"]))];
  if (Number.isNaN(startMs)) return invalid("start", "is not a valid date");
  if (Number.isNaN(endMs) || endMs <= startMs) return invalid("end", "must be a date after its start");
  const [what, where] = [asText(event["what"]), asText(event["where"])];
  if (what === "" && asText(body["project_id"]) === "") return invalid("what", "field is required");
  return { kind: "appointment", startMs, endMs, what, where, description: asText(event["description"]) };
};
