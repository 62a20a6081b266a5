import { unprocessable } from "../answers.ts";
import { appOf, type Endpoint, knownResources, resourceOf } from "../call.ts";
import { timestamp } from "../make-credential.ts";
import { paginate } from "../paginate.ts";
import { toIso } from "../zoned-time.ts";
import { type GroupEvent, openGroupEvents } from "./group-events.ts";

/** `GET /v2/bookings/groups`: the group events that can be joined; `search=widget.id:<id>` leaves those of that widget's resource. */
export const listGroups: Endpoint = (call) => {
  const search = call.url.searchParams.get("search");
  const widgetId = search === null ? undefined : /^widget\.id:(.+)$/.exec(search)?.[1];
  if (search !== null && widgetId === undefined) {
    return unprocessable({ search: ["Only widget.id can be searched"] });
  }
  const widget = appOf(call)?.widgets.find(({ id }) => id === widgetId);
  const own = resourceOf(call);
  const resources = (own === undefined ? knownResources(call) : [own]).filter(
    ({ id }) => widgetId === undefined || id === widget?.resourceId,
  );
  const events = resources.flatMap((resource) => openGroupEvents(resource, call));
  return paginate(
    events.map((event) => describe(event, call.nowMs)),
    call.url,
  );
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
});
