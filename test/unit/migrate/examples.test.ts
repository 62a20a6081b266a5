import { describe, expect, it } from "vitest";
import { migrateConfig, type NoteKind } from "../../../src/migrate/index.ts";
import { unaccounted } from "./accounting.ts";

const resourceId = "2939c4fa-f06f-4496-8a20-03f57afcdfe6";
const appKey = "live_widget_key_7nzvc7wsBQQISLeFSVhROys9V1bUJ1z7";

const account = {
  app: "clara-clayton",
  email: "clara@example.com",
  apiToken: "s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja",
  calendar: "0b7d1f0e-1f5c-4b3e-9d43-6a1c2f9e8b70",
};

const log = (): void => undefined;

const usualFields = ["name", "email", "comment"];

interface Example {
  /** The kind of page, named after the example of v1 that shows it. */
  readonly page: string;
  readonly v1: object;
  /** Is part of the v2 configuration. */
  readonly config: object;
  readonly fields?: readonly string[];
  readonly notes?: Readonly<Record<string, NoteKind>>;
}

// One for each example page of v1's repository, in words of our own.
const examples: readonly Example[] = [
  {
    page: "autoload",
    v1: { ...account, name: "Clara", avatar: "/clara.png", autoload: true },
    config: { autoload: true, ui: { display_name: "Clara", avatar: "/clara.png" } },
    notes: { calendar: "dropped" },
  },
  {
    page: "booking engine",
    v1: {
      ...account,
      bookingGraph: "confirm_decline",
      bookingFields: { phone: { enabled: true } },
      localization: { timeDateFormat: "24h-dmy-mon" },
      callbacks: { createBookingSuccessful: log, createEventSuccessful: log },
    },
    config: {
      booking: { graph: "confirm_decline" },
      customer_fields: { phone: { title: "Phone number", format: "tel" } },
      ui: { time_date_format: "24h-dmy-mon" },
      callbacks: { createBookingSuccessful: log },
    },
    fields: ["name", "email", "phone", "comment"],
    notes: { "callbacks.createEventSuccessful": "dropped" },
  },
  {
    page: "callbacks",
    v1: {
      ...account,
      callbacks: {
        findTimeStarted: log,
        getUserTimezoneSuccesful: log,
        renderCompleted: log,
        closeBookingPage: log,
      },
    },
    config: { callbacks: { fetchAvailabilityStarted: log, renderCompleted: log, closeBookingPage: log } },
    notes: { "callbacks.getUserTimezoneSuccesful": "dropped" },
  },
  {
    page: "fields",
    v1: {
      ...account,
      bookingFields: {
        name: { placeholder: "Who are you?" },
        email: { prefilled: "clara@example.com", disabled: true },
        comment: { enabled: true, prefilled: "See you" },
        phone: { enabled: true, required: true },
        voip: { enabled: true, prefilled: "clara", required: true, locked: true },
        location: { enabled: true, placeholder: "Where?" },
      },
    },
    config: {
      customer_fields: {
        name: { title: "Who are you?", required: true },
        email: { title: "E-mail", prefilled: "clara@example.com", required: true },
        phone: { title: "Phone number", required: true },
        voip: { title: "Skype username", prefilled: "clara", required: true, readonly: true },
        location: { title: "Where?" },
        comment: { title: "Comment", prefilled: "See you" },
      },
    },
    fields: ["name", "email", "phone", "voip", "location", "comment"],
    notes: { "bookingFields.email.disabled": "dropped" },
  },
  {
    page: "group bookings",
    v1: { ...account, bookingGraph: "group_customer" },
    config: {
      booking: { graph: "group_customer" },
      ui: { localization: { success_message: expect.stringContaining("Your seat has been reserved") } },
    },
    notes: { bookingGraph: "renamed" },
  },
  { page: "jQuery 2", v1: { ...account, name: "Clara" }, config: { ui: { display_name: "Clara" } } },
  {
    page: "list view",
    v1: { ...account, availabilityView: "listing", timekitFindTime: { future: "2 days" } },
    config: { ui: { availability_view: "listing" }, availability: { to: "2 days", length: "1 hour" } },
  },
  {
    page: "local language",
    v1: { ...account, fullCalendar: { locale: "de" }, localization: { timeDateFormat: false } },
    config: { fullcalendar: { locale: "de" }, ui: { time_date_format: false } },
  },
  {
    page: "local preset",
    v1: { ...account, localization: { timeDateFormat: "24h-dmy-mon" } },
    config: { ui: { time_date_format: "24h-dmy-mon" } },
  },
  {
    page: "local strings",
    v1: {
      ...account,
      localization: {
        strings: {
          allocatedResourcePrefix: "avec",
          submitText: "Réserver",
          successMessageTitle: "Merci",
          successMessageBody: "Un message est parti pour %s",
          timezoneHelperLoading: "…",
          timezoneHelperDifferent: "%s heures %s de %s",
          timezoneHelperSame: "Même fuseau que %s",
        },
      },
    },
    config: {
      ui: {
        localization: {
          allocated_resource_prefix: "avec",
          submit_button: "Réserver",
          success_message: '<div class="title">Merci</div>Un message est parti pour %s',
        },
      },
    },
    notes: { "localization.strings.timezoneHelperSame": "dropped" },
  },
  {
    page: "several calendars",
    v1: { ...account, targetEl: "#second", name: "Clara" },
    config: { el: "#second", ui: { display_name: "Clara" } },
  },
  {
    page: "remote configuration",
    v1: { widgetSlug: "clara", app: "clara-clayton" },
    config: { app_key: appKey, resources: [resourceId] },
    fields: [],
    notes: { widgetSlug: "needs-you" },
  },
  {
    page: "selectable length",
    v1: { ...account, timekitFindTime: { length: "2 hours" } },
    config: { availability: { length: "2 hours", to: "4 weeks" } },
  },
  { page: "single", v1: account, config: { app_key: appKey, resources: [resourceId] } },
  {
    page: "team availability",
    v1: {
      ...account,
      timekitFindTimeTeam: {
        users: [
          { _email: "clara@example.com", _calendar: "c1", calendar_ids: ["c1"] },
          { _email: "emmett@example.com", _calendar: "c2", calendar_ids: ["c2"] },
        ],
      },
    },
    config: { availability: { mode: "roundrobin_prioritized" } },
    notes: {
      "timekitFindTimeTeam.users[1]._email": "needs-you",
      "timekitFindTimeTeam.users[1]._calendar": "dropped",
    },
  },
  {
    page: "with all that the README of v1 lists",
    v1: {
      ...account,
      name: "",
      avatar: "",
      targetEl: "#bookingjs",
      autoload: true,
      goToFirstEvent: true,
      bookingGraph: "instant",
      availabilityView: "agendaWeek",
      debug: false,
      timekitConfig: { app: "clara-clayton" },
      timekitFindTime: { future: "4 weeks", length: "1 hour", emails: ["clara@example.com"] },
      timekitCreateBooking: {
        graph: "instant",
        action: "confirm",
        event: { where: "Online", invite: true, my_rsvp: "accepted", participants: [] },
      },
      fullCalendar: { allDaySlot: false, scrollTime: "08:00:00", timezone: "local" },
      bookingFields: {
        name: { placeholder: "Full name", prefilled: false, locked: false },
        comment: { enabled: true, placeholder: "Comment", prefilled: false, required: false, locked: false },
        phone: {
          enabled: false,
          placeholder: "Phone number",
          prefilled: false,
          required: false,
          locked: false,
        },
      },
      localization: {
        showTimezoneHelper: true,
        bookingDateFormat: "MMMM D, YYYY",
        bookingTimeFormat: "h:mma",
      },
      callbacks: {},
    },
    config: {
      el: "#bookingjs",
      booking: { graph: "instant", where: "Online" },
      fullcalendar: { allDaySlot: false, scrollTime: "08:00:00" },
      ui: { booking_date_format: "MMMM D, YYYY", booking_time_format: "h:mma" },
    },
    notes: { goToFirstEvent: "dropped", "bookingFields.phone": "dropped", callbacks: "reshaped" },
  },
];

describe("pages like the examples of v1", () => {
  it.each(examples)("shows the same under v2: $page", ({ v1, config, fields, notes }) => {
    const migration = migrateConfig(v1, { resourceId, appKey });
    expect(migration.config).toMatchObject(config);
    expect(Object.keys(Object(migration.config["customer_fields"] ?? {}))).toEqual(fields ?? usualFields);
    for (const [path, kind] of Object.entries(notes ?? {})) {
      expect(migration.notes).toContainEqual(expect.objectContaining({ path, kind }));
    }
  });

  it.each(examples)("accounts for every option: $page", ({ v1 }) => {
    expect(unaccounted(v1, migrateConfig(v1))).toEqual([]);
  });

  it.each(examples)("leaves the token behind: $page", ({ v1 }) => {
    expect(JSON.stringify(migrateConfig(v1, { resourceId, appKey }))).not.toContain(account.apiToken);
  });
});
