import type { Case } from "./cases.ts";

export interface OwnerOptions {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** What Timekit's admin has set, where the owner names a widget. */
  readonly widget?: Case["widget"];
}

const allFields = {
  name: { placeholder: "Your name", prefilled: "Conan O'Brien", locked: true },
  email: { placeholder: "Your address", prefilled: "conan@example.org" },
  comment: { enabled: true, required: true, prefilled: "None" },
  phone: { enabled: true, prefilled: "1" },
  voip: { enabled: true, placeholder: "Skype <you>" },
  location: { enabled: true, prefilled: "Here & there" },
};

const admins = {
  email: "admin@example.com",
  apiToken: "admins",
  name: "From the admin's desk",
  calendar: "calendar-1",
  bookingGraph: "confirm_decline",
  bookingFields: allFields,
  timekitFindTime: { future: "2 weeks", length: "1 hour", filters: { and: [{ business_hours: {} }] } },
  timekitCreateBooking: { event: { where: 'The "Corner" <upstairs>' } },
};

/** What owners have in their pages, each to be the same as in a page with v1 alone. */
export const ownerOptions: readonly OwnerOptions[] = [
  { name: "nothing", config: {} },
  { name: "a widget's id", config: { widgetId: "w-0" }, widget: admins },
  { name: "a widget's name in an address", config: { widgetSlug: "w-0" }, widget: admins },
  { name: "a widget, and a name of one's own", config: { widgetId: "w-0", name: "Ann" }, widget: admins },
  {
    name: "a widget with group bookings",
    config: { widgetId: "w-0" },
    widget: { name: "Yoga", bookingGraph: "group_customer" },
  },
  { name: "group bookings", config: { bookingGraph: "group_customer" } },
  { name: "group bookings that are paid", config: { bookingGraph: "group_customer_payment" } },
  { name: "confirming", config: { bookingGraph: "confirm_decline" } },
  { name: "payment", config: { bookingGraph: "instant_payment" } },
  { name: "a list", config: { availabilityView: "listing" } },
  { name: "24 hours", config: { localization: { timeDateFormat: "24h-dmy-mon" } } },
  { name: "all fields", config: { bookingFields: allFields } },
  {
    name: "texts with HTML",
    config: {
      localization: {
        strings: {
          successMessageBody: "<b>Done</b>: %s",
          submitText: "Go <now>",
          timezoneHelperDifferent: "%2$s by %1$s",
        },
      },
    },
  },
  {
    name: "filters",
    config: { timekitFindTime: { length: "1 hour", filters: { or: [{ business_hours: {} }] } } },
  },
  {
    name: "an event of one's own",
    config: { timekitCreateBooking: { event: { where: "Shop" }, customer: { note: "x" } } },
  },
  {
    name: "views and colours",
    config: {
      fullCalendar: {
        defaultView: "basicWeek",
        eventColor: "teal",
        views: { basic: { columnFormat: "ddd" } },
      },
    },
  },
  { name: "a name and a picture", config: { name: "Ann's", avatar: "/avatar.svg" } },
  {
    name: "formats",
    config: {
      calendar: "c-1",
      localization: { emailTimeFormat: "H:i:s", bookingDateFormat: "D.M.YYYY", bookingTimeFormat: "HH" },
    },
  },
  {
    name: "no help and no credits",
    config: { showCredits: false, goToFirstEvent: false, localization: { showTimezoneHelper: false } },
  },
  {
    name: "events of one's own",
    config: { fullCalendar: { eventSources: [{ events: [], color: "red" }], slotDuration: "00:10:00" } },
  },
];
