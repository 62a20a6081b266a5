import { makeAllInert } from "./make-inert.ts";
import { isPlainObject } from "../plain-object.ts";

/** Slots without what v1 does not read but FullCalendar would: it follows a `url` and applies a `className`. */
export const cleanSlots = (slots: unknown): unknown =>
  Array.isArray(slots) ? slots.map((slot: unknown) => omit(slot, ["url", "className"])) : slots;

/** A remote configuration (`widgetId`, `widgetSlug`) without credentials, and with texts that are no HTML. */
export const cleanWidget = (widget: unknown): unknown =>
  isPlainObject(widget)
    ? {
        ...widget,
        config: makeAllInert(
          omit(widget["config"], ["apiToken", "email", "app", "timekitConfig", "timekitFindTimeTeam"]),
        ),
      }
    : widget;

const omit = (value: unknown, keys: readonly string[]): unknown =>
  isPlainObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
    : {};
