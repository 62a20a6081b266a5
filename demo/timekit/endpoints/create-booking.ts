import { created, notFound, unprocessable } from "../answers.ts";
import { type Answer, appOf, type Call, type Endpoint, knownResources, resourceOf } from "../call.ts";
import { deriveUuid } from "../derive.ts";
import { overlaps, type Period } from "../find-slots.ts";
import type { Resource } from "../world-types.ts";
import { describeBooking } from "./describe-booking.ts";
import { projectOf } from "./get-project.ts";
import { openGroupEvents } from "./group-events.ts";
import { type Appointment, type BookingRequest, parseBooking } from "./parse-booking.ts";

/** `POST /v2/bookings`: takes the time, or a seat of a group event, and answers 201; 422 if it is gone. */
export const createBooking: Endpoint = (call) => {
  const parsed = parseBooking(call.body);
  if ("errors" in parsed) return unprocessable(parsed.errors);
  const { request } = parsed;
  const resource =
    resourceOf(call) ?? knownResources(call).find(({ id }) => id === request.resourceId.toLowerCase());
  const project = request.projectId === "" ? undefined : projectOf(call, request.projectId);
  if (request.projectId !== "" && project === undefined) {
    return unprocessable({ project_id: ["The selected project_id is invalid"] });
  }
  if (resource === undefined) return unprocessable({ resource_id: ["The selected resource_id is invalid"] });
  if (!mayAttend(request.customer.email, { call, resource })) {
    return unprocessable({
      "customer.email": ["Test apps only book with the e-mail of the resource or the owner"],
    });
  }
  return request.wish.kind === "appointment"
    ? bookAppointment(withTitle(request.wish, project?.name), { call, request, resource })
    : bookSeat(request.wish.groupId, { call, request, resource });
};

const withTitle = (wish: Appointment, title = ""): Appointment =>
  wish.what === "" ? { ...wish, what: title } : wish;

interface Circumstances {
  readonly call: Call;
  readonly request: BookingRequest;
  readonly resource: Resource;
}

const gone: Answer = {
  status: 422,
  body: { errors: { event: ["The timeslot is no longer available"] }, action: "save_booking_data" },
};

const bookAppointment = (wish: Appointment, { call, request, resource }: Circumstances): Answer => {
  const isTaken = call.book.takenBy(resource.id).some((other: Period) => overlaps(wish, other));
  if (isTaken || wish.startMs <= call.nowMs) return gone;
  const id = deriveUuid(`booking/${resource.id}/${call.book.size}`);
  call.book.add({ id, resourceId: resource.id, startMs: wish.startMs, endMs: wish.endMs });
  return created(describeBooking({ id, event: wish, request, resource, call }));
};

const bookSeat = (groupId: string, { call, request, resource }: Circumstances): Answer => {
  const group = openGroupEvents(resource, call).find((candidate) => candidate.id === groupId);
  if (group === undefined) return notFound("Booking");
  const id = deriveUuid(`booking/${groupId}/${call.book.size}`);
  call.book.takeSeat(groupId);
  return created(
    describeBooking({ id, event: { ...group, where: "TBD", description: "" }, request, resource, call }),
  );
};

const mayAttend = (email: string, { call, resource }: { call: Call; resource: Resource }): boolean => {
  const app = appOf(call);
  return app?.isTest !== true || email === resource.email || email === app.ownerEmail;
};
