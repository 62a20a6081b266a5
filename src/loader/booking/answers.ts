import type { Booked } from "../vendor.ts";
import { isPlainObject, type PlainObject } from "../plain-object.ts";
import { type CheckContext, pickAllowed, widgetOptions } from "./allowed-options.ts";

/** A year of quarters of an hour. */
const mostSlots = 36_000;
const longestSlotMs = 31 * 86_400_000;

/** Free times as FullCalendar may have them: it would take addresses, classes and styles from them, too. */
export const pickSlots = (slots: unknown): unknown =>
  Array.isArray(slots) ? slots.slice(0, mostSlots).flatMap((slot) => readTimes(slot) ?? []) : slots;

/** Group bookings with what v1 reads of them. */
export const pickGroups = (groups: unknown): unknown =>
  Array.isArray(groups)
    ? groups.slice(0, mostSlots).flatMap((group) => {
        const { id, attributes } = toObject(group);
        const { what, ...event } = toObject(toObject(attributes)["event_info"]);
        const times = readTimes(event);
        // FullCalendar escapes titles, and the booking carries the id as it is.
        const info = { ...times, ...(typeof what === "string" && { what: what.slice(0, 500) }) };
        return times && isId(id) ? { id, attributes: { event_info: info } } : [];
      })
    : groups;

/** The answer about the zone of the resource: v1 reads a number. */
export const pickTimezone = (answer: unknown): unknown => {
  const { timezone, utc_offset: offset } = toObject(answer);
  return {
    ...(typeof timezone === "string" && /^[\w+/-]{1,60}$/.test(timezone) && { timezone }),
    ...(Number.isFinite(offset) && { utc_offset: offset }),
  };
};

interface RemoteContext extends CheckContext {
  /** Name and picture as the broker knows them: the remote configuration's own win. */
  readonly granted: PlainObject;
  /** Puts into the options what the page's address may fill in. */
  readonly prefill: (options: PlainObject) => PlainObject;
  readonly onIgnored: (option: string) => void;
  /** The remote configuration asks for what would bring other people's tokens here. */
  readonly onRefused: (option: string) => void;
}

/** A remote configuration (`widgetId`, `widgetSlug`) with what is on its list; undefined where it is refused. */
export const pickWidget = (widget: unknown, context: RemoteContext): unknown => {
  if (!isPlainObject(widget)) return widget;
  const { id, config } = widget;
  const { timekitFindTimeTeam, ...others } = toObject(config);
  if (timekitFindTimeTeam) {
    context.onRefused(
      "timekitFindTimeTeam of the remote configuration: it would bring team members' tokens here",
    );
    return undefined;
  }
  const { options, leftOut } = pickAllowed(others, widgetOptions, context);
  // Timekit puts its credential into each.
  const unexpected = leftOut.filter((name) => !/^(apiToken|email|app|timekitConfig)$/.test(name));
  if (unexpected.length > 0) context.onIgnored(`${shorten(unexpected)} of the remote configuration`);
  return { ...(isId(id) && { id }), config: { ...context.granted, ...context.prefill(options) } };
};

/** Names for one line of the console, however many and long a stranger has made them. */
export const shorten = (names: readonly string[]): string =>
  [...names.slice(0, 10).map((name) => name.slice(0, 80)), ...(names.length > 10 ? ["…"] : [])].join(", ");

const readTimes = (slot: unknown): { readonly start: string; readonly end: string } | undefined => {
  const { start, end } = toObject(slot);
  if (!isTime(start) || !isTime(end)) return undefined;
  const lengthMs = Date.parse(end) - Date.parse(start);
  // Without an end after its start FullCalendar gives v1 none, which v1 cannot book.
  return lengthMs > 0 && lengthMs <= longestSlotMs ? { start, end } : undefined;
};

/** Any format that Timekit may be asked for, as times for people; no sign of HTML is among them. */
const isTime = (value: unknown): value is string =>
  typeof value === "string" && /^[\w :.,+/()-]{1,60}$/.test(value);

const isId = (value: unknown): boolean =>
  /^[\w-]{1,100}$/.test(String(value)) && /^(string|number)$/.test(typeof value);

const toObject = (value: unknown): PlainObject => (isPlainObject(value) ? value : {});

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
