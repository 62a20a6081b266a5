import { makeAllInert } from "./inert.ts";
import { isPlainObject } from "../plain-object.ts";

/** Slots with the keys that v1 reads: FullCalendar would also follow a `url` and apply styles. */
export const cleanSlots = (slots: unknown): unknown =>
  Array.isArray(slots) ? slots.map((slot: unknown) => (isPlainObject(slot) ? pick(slot) : {})) : slots;

const pick = ({ url: _, className: __, ...slot }: Readonly<Record<string, unknown>>): object => slot;

/** A remote configuration (`widgetId`, `widgetSlug`) without credentials, and with texts that are no HTML. */
export const cleanWidget = (widget: unknown): unknown => {
  if (!isPlainObject(widget) || !isPlainObject(widget["config"])) return widget;
  const { apiToken: _, email: __, app: ___, timekitConfig: ____, timekitFindTimeTeam: _____, ...config } = widget["config"];
  return { ...widget, config: makeAllInert(config) };
};
