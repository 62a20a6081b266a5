import { unprocessable } from "../answers.ts";
import { appOf, type Call, type Endpoint, knownResources, resourceOf } from "../call.ts";
import { timestamp } from "../make-credential.ts";
import { paginate } from "../paginate.ts";
import { toIso } from "../zoned-time.ts";
import { projectOf } from "./get-project.ts";
import { type GroupEvent, openGroupEvents } from "./group-events.ts";

/**
 * `GET /v2/bookings/groups`: the group events that can be joined. `search=widget.id:<id>` leaves those of that widget's
 * resource, `search=project.id:<id>` those of that project's resources.
 */
export const listGroups: Endpoint = (call) => {
  const search = call.url.searchParams.get("search");
  const wanted = search === null ? undefined : resourceIdsFor(search, call);
  if (search !== null && wanted === undefined) {
    return unprocessable({ search: ["Only widget.id and project.id can be searched"] });
  }
  const own = resourceOf(call);
  const resources = (own === undefined ? knownResources(call) : [own]).filter(
    ({ id }) => wanted === undefined || wanted.includes(id),
  );
  const events = resources.flatMap((resource) => openGroupEvents(resource, call));
  return paginate(
    events.map((event) => describe(event, call.nowMs)),
    call.url,
  );
};

const resourceIdsFor = (search: string, call: Call): readonly string[] | undefined => {
  const [, kind, id] = /^(widget|project)\.id:(.+)$/.exec(search) ?? [];
  if (id === undefined) return undefined;
  if (kind === "project") return projectOf(call, id)?.resourceIds ?? [];
  const widget = appOf(call)?.widgets.find((one) => one.id === id);
  return widget === undefined ? [] : [widget.resourceId];
};

const describe = (event: GroupEvent, nowMs: number): unknown => ({
  id: event.id,
  state: "tentative",
  graph: "group_owner",
  completed: false,
  created_at: timestamp(nowMs),
  updated_at: timestamp(nowMs),
  attributes: {
    group_booking: { max_seats: event.seats, current_seats: event.seatsTaken },
    event_info: {
      what: event.what,
      where: "TBD",
      calendar_id: event.resource.calendarId,
      description: "",
      participants: [],
      start: toIso(event.startMs, event.resource.timeZone),
      end: toIso(event.endMs, event.resource.timeZone),
    },
  },
  available_actions: ["complete", "cancel"],
  resource: { id: event.resource.id, name: event.resource.name },
});
