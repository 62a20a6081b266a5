import { projectIds, resourceIds } from "../../../demo/timekit/world.ts";
import type { Move } from "./open-versions.ts";

/** A move with the name of the page. */
export interface Example extends Move {
  readonly page: string;
}

const { losAngeles, normal } = resourceIds;

/** One for each example page of v1's own repository, in words of our own. */
export const examples: readonly Example[] = [
  {
    page: "autoload",
    v1: () => ({ name: "Clara", avatar: "/clara.png", autoload: true, calendar: "0b7d1f0e" }),
  },
  {
    page: "booking engine",
    v1: (log) => ({
      name: "Clara",
      avatar: "/clara.png",
      bookingGraph: "confirm_decline",
      bookingFields: { phone: { enabled: true } },
      localization: { timeDateFormat: "24h-dmy-mon" },
      callbacks: { createBookingSuccessful: log("createBookingSuccessful") },
    }),
  },
  {
    page: "callbacks",
    v1: (log) => ({
      callbacks: Object.fromEntries(
        [
          "fullCalendarInitialized",
          "renderStarted",
          "renderCompleted",
          "showLoadingScreen",
          "hideLoadingScreen",
          "findTimeStarted",
          "findTimeSuccessful",
          "showBookingPage",
          "submitBookingForm",
          "createBookingStarted",
          "createBookingSuccessful",
        ].map((name) => [name, log(name)]),
      ),
    }),
  },
  {
    page: "fields",
    v1: () => ({
      bookingFields: {
        name: { placeholder: "Who are you?" },
        email: { prefilled: "clara@example.com", disabled: true },
        comment: { enabled: true, prefilled: "See you" },
        phone: { enabled: true, required: true },
        voip: { enabled: true, prefilled: "clara", required: true, locked: true },
        location: { enabled: true, placeholder: "Where?" },
      },
    }),
  },
  {
    page: "group bookings",
    resourceId: resourceIds.groups,
    v1: (log) => ({
      name: "Classes",
      bookingGraph: "group_customer",
      callbacks: {
        GetBookingSlotsStarted: log("GetBookingSlotsStarted"),
        getBookingSlotsSuccessful: log("getBookingSlotsSuccessful"),
        getBookingSlotsFailed: log("getBookingSlotsFailed"),
      },
    }),
  },
  {
    page: "group bookings with payment",
    resourceId: resourceIds.groups,
    v1: () => ({ name: "Classes", bookingGraph: "group_customer_payment" }),
  },
  { page: "jQuery 2", v1: () => ({ name: "Clara", avatar: "/clara.png" }) },
  { page: "list view", v1: () => ({ availabilityView: "listing", timekitFindTime: { future: "4 days" } }) },
  {
    page: "local language",
    v1: () => ({ fullCalendar: { locale: "de" }, localization: { timeDateFormat: false } }),
  },
  { page: "local preset", v1: () => ({ localization: { timeDateFormat: "24h-dmy-mon" } }) },
  {
    page: "local strings",
    v1: () => ({
      localization: {
        strings: {
          allocatedResourcePrefix: "avec",
          submitText: "Réserver",
          successMessageTitle: "Merci & à bientôt",
          successMessageBody: "Un message est parti pour (%s)",
          timezoneHelperLoading: "…",
          timezoneHelperDifferent: "%s heures %s de %s",
          timezoneHelperSame: "Même fuseau que %s",
        },
      },
    }),
  },
  { page: "several calendars", v1: () => ({ targetEl: "#other", name: "Clara", avatar: "/clara.png" }) },
  {
    page: "remote configuration by slug",
    hasNoAccount: true,
    v1: () => ({ widgetSlug: "brook-lane-bicycles" }),
    facts: { projectId: projectIds.normal },
  },
  {
    page: "remote configuration by id",
    hasNoAccount: true,
    v1: () => ({ widgetId: "424a97d6-1f0b-4c8e-9d3a-5b7c9e1f3a20", timekitFindTime: { length: "2 hours" } }),
    facts: { projectId: projectIds.normal },
  },
  { page: "selectable length", v1: () => ({ timekitFindTime: { length: "2 hours" } }) },
  { page: "single", v1: () => ({ name: "Clara", avatar: "/clara.png" }) },
  {
    page: "team availability",
    v1: (log) => ({
      callbacks: {
        findTimeTeamStarted: log("findTimeTeamStarted"),
        findTimeTeamSuccessful: log("findTimeTeamSuccessful"),
      },
      timekitFindTimeTeam: {
        users: [
          { _email: "workshop@example.com", _calendar: "c1", emails: ["workshop@example.com"] },
          { _email: "resource-5b1e7d02@example.com", _calendar: "c2" },
        ],
      },
    }),
    byHand: { resources: [normal, losAngeles] },
  },
  {
    page: "error states",
    v1: (log) => ({
      timekitFindTime: { future: "eventually" },
      callbacks: { findTimeSuccessful: log("findTimeSuccessful"), findTimeFailed: log("findTimeFailed") },
    }),
  },
  {
    page: "error states of a team",
    v1: (log) => ({
      timekitFindTime: { length: "short" },
      timekitFindTimeTeam: { users: [{ _email: "workshop@example.com" }] },
      callbacks: { findTimeTeamFailed: log("findTimeTeamFailed") },
    }),
    byHand: { resources: [normal] },
  },
];
