export { TimekitCalendar } from "./timekit-calendar.ts";
export type { TimekitCalendarProps } from "./timekit-calendar.ts";
