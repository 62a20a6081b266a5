import type { FieldErrors } from "../answers.ts";
import { asObject, asText, type JsonObject } from "../json.ts";

/** What a request to book says, checked. */
export interface BookingRequest {
  readonly graph: Graph;
  readonly customer: Customer;
  /** The resource to book, where the caller is not one itself. */
  readonly resourceId: string;
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

/** Reads the body of `POST /v2/bookings` as Booking.js v1 writes it; errors by field. */
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
    request: { graph, customer: { ...customer, name, email }, resourceId: asText(body["resource_id"]), wish },
  };
};

const parseSeat = (body: JsonObject): GroupSeat | { readonly errors: FieldErrors } => {
  const groupId = asText(asObject(body["related"])["owner_booking_id"]);
  return groupId === ""
    ? { errors: { related: ["The related.owner_booking_id field is required"] } }
    : { kind: "group-seat", groupId };
};

const parseAppointment = (body: JsonObject): Appointment | { readonly errors: FieldErrors } => {
  const event = asObject(body["event"]);
  const [startMs, endMs] = [Date.parse(asText(event["start"])), Date.parse(asText(event["end"]))];
  if (Number.isNaN(startMs)) return { errors: { "event.start": ["The event.start is not a valid date"] } };
  if (Number.isNaN(endMs) || endMs <= startMs) {
    return { errors: { "event.end": ["The event.end must be a date after event.start"] } };
  }
  const [what, where] = [asText(event["what"]), asText(event["where"])];
  if (what === "") return { errors: { "event.what": ["The event.what field is required"] } };
  return { kind: "appointment", startMs, endMs, what, where, description: asText(event["description"]) };
};
