import { isPlainObject } from "../plain-object.ts";
import type { BookingReports } from "../vendor.ts";

/** What the broker decides, and v1's `debug`, which prints the token. */
const ignored = ["apiToken", "email", "app", "debug"];
/** What the loader decides; an old configuration of the page may keep it. */
const ours = ["targetEl", "autoload"];
/** FullCalendar loads these from any address, as a script where the address asks for JSONP. */
const foreignEvents = ["events", "eventSources", "googleCalendarApiKey"];

/**
 * One source's options without those that it has no say in.
 * @throws what `refuse` makes of an option that a stranger may not set.
 */
export const checkLayer = (
  config: Record<string, unknown>,
  isOwners: boolean,
  { onIgnored, refuse }: Pick<BookingReports, "onIgnored" | "refuse">,
): Record<string, unknown> => {
  for (const key of ignored) if (config[key]) onIgnored(`config.${key}`);
  for (const key of [...ignored, ...ours]) delete config[key];
  if (isOwners) return config;
  if ("timekitConfig" in config) throw refuse("config.timekitConfig of the container");
  const calendar = config["fullCalendar"];
  for (const key of foreignEvents)
    if (isPlainObject(calendar) && key in calendar)
      throw refuse(`config.fullCalendar.${key} of the container`);
  return config;
};
