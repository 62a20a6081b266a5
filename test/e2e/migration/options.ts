import { resourceIds } from "../../../demo/timekit/world.ts";
import type { Move } from "./open-versions.ts";

/** A move with what it shows. */
export interface OptionCase extends Move {
  readonly shows: string;
}

const { normal, twelveSlots } = resourceIds;

/** Pages that together have each documented option of v1 once, grouped by what of them can be seen. */
export const optionCases: readonly OptionCase[] = [
  {
    shows: "availability: reach, start, length, and all solutions",
    v1: () => ({
      timekitFindTime: {
        future: "10 days",
        start: "2 days",
        length: "30 minutes",
        buffer: "15 minutes",
        all_solutions: true,
        ignore_all_day_events: true,
        no_day_span: true,
        sort: "asc",
      },
    }),
  },
  {
    shows: "filters that all have to fit",
    v1: () => ({
      timekitFindTime: {
        filters: {
          and: [
            { business_hours: { start: 9, end: 14, timezone: "Europe/London" } },
            { exclude_weekend: {} },
            { daytime: { start: 10, end: 18 } },
          ],
        },
      },
    }),
  },
  {
    shows: "filters of which one has to fit",
    v1: () => ({
      timekitFindTime: {
        filters: {
          or: [
            { specific_day_and_time: { day: "Monday", start: 9, end: 12 } },
            { specific_day_and_time: { day: "Thursday", start: 13, end: 17 } },
          ],
        },
      },
    }),
  },
  {
    shows: "filters of both kinds, by days and by hours",
    v1: () => ({
      timekitFindTime: {
        filters: {
          and: [{ specific_time: { start: "9:00", end: "15:00" } }],
          or: [
            { specific_day: { day: "Friday" } },
            { specific_day: { day: "Monday" } },
            { only_weekend: {} },
          ],
        },
      },
    }),
  },
  {
    shows: "a period",
    v1: () => {
      const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString();
      return {
        timekitFindTime: { filters: { and: [{ between_timestamps: { start: day(3), end: day(9) } }] } },
      };
    },
  },
  {
    shows: "the times at which several people are free",
    v1: () => ({ timekitFindTime: { resource_ids: ["12b4d6f8-0c2e-4f30-9a5e-7d9f1b3c5e74"] } }),
  },
  {
    shows: "several people by e-mail, whom the owner names by id",
    v1: () => ({ timekitFindTime: { emails: ["workshop@example.com", "resource-12b4d6f8@example.com"] } }),
    byHand: { resources: [normal, twelveSlots], availability: { mode: "mutual" } },
  },
  {
    shows: "a team by ids, with settings of members that v1 does not heed",
    v1: () => ({
      timekitFindTime: { length: "30 minutes" },
      timekitFindTimeTeam: {
        users: [
          {
            _email: "workshop@example.com",
            resource_ids: ["2939c4fa-f06f-4496-8a20-03f57afcdfe6"],
            user_ids: ["2939c4fa-f06f-4496-8a20-03f57afcdfe6"],
            length: "2 hours",
            future: "1 day",
          },
          {
            _email: "resource-5b1e7d02@example.com",
            resource_ids: ["5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913"],
            user_ids: ["5b1e7d02-3c64-4f1a-9d0e-61c2a4b8f913"],
          },
        ],
      },
    }),
  },
  {
    shows: "a booking that says where, and a customer's detail",
    v1: () => ({
      timekitCreateBooking: {
        graph: "confirm_decline",
        action: "create",
        event: {
          what: "A repair",
          where: "14 Brook Lane",
          description: "Bring the bike",
          invite: true,
          my_rsvp: "accepted",
          sync_provider: true,
        },
        customer: { phone: "020 7946 0123" },
      },
      timekitUpdateBooking: {},
      createBookingResponseInclude: ["attributes", "event", "user"],
    }),
  },
  { shows: "an instant payment", v1: () => ({ bookingGraph: "instant_payment" }) },
  {
    shows: "fields that are hidden, locked, prefilled and called otherwise",
    v1: () => ({
      bookingFields: {
        name: { placeholder: "You", prefilled: "Jane", locked: true, enabled: true, required: false },
        email: { placeholder: "Mail", prefilled: "jane@example.com", locked: true },
        comment: { enabled: false, placeholder: "Never seen" },
        phone: { enabled: true, placeholder: "Mobile", required: true, locked: false },
        voip: { enabled: false },
        location: { enabled: true, prefilled: "Here", locked: true },
      },
    }),
  },
  {
    shows: "a comment that has to be written",
    v1: () => ({ bookingFields: { comment: { required: true, prefilled: "Squeaks", locked: true } } }),
  },
  {
    shows: "formats of dates and times of one's own",
    v1: () => ({
      localization: {
        showTimezoneHelper: false,
        timeDateFormat: "24h-dmy-mon",
        bookingDateFormat: "dddd, D.M.YYYY",
        bookingTimeFormat: "HH.mm",
        emailTimeFormat: "H:i",
      },
      showCredits: false,
    }),
  },
  {
    shows: "the formats of the calendar's language",
    v1: () => ({ localization: { timeDateFormat: false }, availabilityView: "listing" }),
  },
  {
    shows: "the calendar's own options",
    v1: () => ({
      fullCalendar: {
        timezone: "local",
        firstDay: 3,
        hiddenDays: [0, 6],
        minTime: "08:00:00",
        maxTime: "18:00:00",
        views: { agenda: { columnFormat: "D.M." } },
      },
      goToFirstEvent: true,
      debug: false,
      autoload: false,
      disableRemoteLoad: true,
    }),
  },
  {
    shows: "no form, where the page has one of its own",
    v1: (log) => ({ disableConfirmPage: true, callbacks: { clickTimeslot: log("clickTimeslot") } }),
  },
  {
    shows: "the visitor's own clock",
    timeZone: "America/New_York",
    v1: () => ({ name: "Brook Lane", timekitFindTime: { future: "6 days" } }),
  },
  { shows: "a clock with half hours", timeZone: "Asia/Kolkata", v1: () => ({ availabilityView: "listing" }) },
  { shows: "a narrow column", width: 400, v1: () => ({ name: "Brook Lane", avatar: "/clara.png" }) },
  { shows: "no free times", resourceId: resourceIds.noSlots, v1: () => ({ name: "Closed" }) },
  {
    shows: "options of the SDK",
    v1: () => ({
      timekitConfig: {
        apiVersion: "v2",
        convertRequestToSnakecase: true,
        autoFlattenResponse: true,
        headers: { "Timekit-Context": "widget" },
        timezone: "Europe/London",
      },
    }),
  },
  {
    shows: "nothing of what v1 does not read",
    v1: () => ({
      includeStyles: false,
      timekitCreateEvent: { where: "Elsewhere" },
      fullCalendar: { lang: "de" },
    }),
  },
  {
    shows: "no HTML where v1 showed none",
    v1: () => ({
      name: "<b>Clara</b>",
      localization: { strings: { submitText: "<i>Go</i>", successMessageTitle: "<u>100% & more</u>" } },
    }),
  },
];
