import type { Choices } from "./choices.ts";
import { germanCalendar } from "./german-calendar.ts";
import type { Surroundings } from "./surroundings.ts";

/** The Booking.js v1 options of the tag's `data-config`. */
export const calendarOptions = (
  choices: Choices,
  around: Surroundings,
): Readonly<Record<string, unknown>> => ({
  ...(around.isSimulated && { timekitConfig: { apiBaseUrl: `${around.timekitOrigin}/` } }),
  ...(choices.language === "de" && germanCalendar),
});
