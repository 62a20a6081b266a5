import { describe, expect, it } from "vitest";
import { migrateConfig } from "../../../src/migrate/index.ts";
import { expectedOf, type Row, seenIn, valueAt } from "./compare.ts";

const rows: readonly Row[] = [
  {
    says: "writes out v1's formats and words where the page says nothing",
    v1: {},
    config: {
      ui: {
        time_date_format: "12h-mdy-sun",
        show_timezone_helper: true,
        show_credits: true,
        availability_view: "agendaWeek",
        localization: { submit_button: "Book it", allocated_resource_prefix: "with" },
      },
    },
    notes: {
      "localization.timeDateFormat": "reshaped",
      "localization.showTimezoneHelper": "reshaped",
      "localization.strings.submitText": "reshaped",
      "localization.strings.allocatedResourcePrefix": "reshaped",
      "localization.strings.successMessageBody": "reshaped",
      showCredits: "reshaped",
      availabilityView: "reshaped",
    },
  },
  {
    says: "moves formats into ui",
    v1: {
      localization: {
        showTimezoneHelper: false,
        timeDateFormat: "24h-dmy-mon",
        bookingDateFormat: "D. MMMM YYYY",
        bookingTimeFormat: "HH:mm",
        emailTimeFormat: "H:i",
      },
    },
    config: {
      ui: {
        show_timezone_helper: false,
        time_date_format: "24h-dmy-mon",
        booking_date_format: "D. MMMM YYYY",
        booking_time_format: "HH:mm",
      },
    },
    notes: {
      localization: "reshaped",
      "localization.showTimezoneHelper": "renamed",
      "localization.timeDateFormat": "renamed",
      "localization.bookingDateFormat": "renamed",
      "localization.bookingTimeFormat": "renamed",
      "localization.emailTimeFormat": "dropped",
    },
  },
  {
    says: "keeps presets turned off",
    v1: { localization: { timeDateFormat: false } },
    config: { ui: { time_date_format: false } },
    notes: { "localization.timeDateFormat": "renamed" },
  },
  {
    says: "turns presets off where v1 knows none of that name",
    v1: { localization: { timeDateFormat: "24h" } },
    config: { ui: { time_date_format: false } },
    notes: { "localization.timeDateFormat": ["renamed", "reshaped"] },
  },
  {
    says: "uses v1's preset where the option has no value",
    v1: { localization: { timeDateFormat: undefined } },
    config: { ui: { time_date_format: "12h-mdy-sun" } },
    notes: { "localization.timeDateFormat": ["dropped", "reshaped"] },
  },
  {
    says: "renames the words",
    v1: { localization: { strings: { allocatedResourcePrefix: "bei", submitText: "Buchen" } } },
    config: { ui: { localization: { allocated_resource_prefix: "bei", submit_button: "Buchen" } } },
    notes: {
      "localization.strings": "renamed",
      "localization.strings.allocatedResourcePrefix": "renamed",
      "localization.strings.submitText": "renamed",
    },
  },
  {
    says: "drops the words of the time zone helper, which v2 does not say",
    v1: {
      localization: {
        strings: {
          timezoneHelperLoading: "…",
          timezoneHelperDifferent: "%s %s %s",
          timezoneHelperSame: "%s",
        },
      },
    },
    notes: {
      "localization.strings.timezoneHelperLoading": "dropped",
      "localization.strings.timezoneHelperDifferent": "dropped",
      "localization.strings.timezoneHelperSame": "dropped",
    },
  },
  {
    says: "lets the language choose a format where the page turned it off",
    v1: { localization: { bookingDateFormat: false, bookingTimeFormat: null } },
    config: { ui: { booking_date_format: "", booking_time_format: "" } },
    notes: { "localization.bookingDateFormat": ["renamed", "reshaped"] },
  },
  {
    says: "refuses words and formats of a wrong type",
    v1: { localization: { bookingDateFormat: {}, strings: { submitText: ["Go"], cancelText: "Stop" } } },
    config: { ui: { localization: { submit_button: "Book it" } } },
    lacks: ["ui.booking_date_format", "ui.localization.cancelText"],
    notes: {
      "localization.bookingDateFormat": "dropped",
      "localization.strings.submitText": ["dropped", "reshaped"],
      "localization.strings.cancelText": "dropped",
    },
  },
  {
    says: "refuses a localization and strings that are no objects",
    v1: { localization: { strings: "Danke" } },
    notes: { "localization.strings": "dropped" },
  },
];

interface MessageRow {
  readonly says: string;
  readonly v1: unknown;
  readonly message: string | undefined;
  readonly notes?: Row["notes"];
}

const title = "localization.strings.successMessageTitle";
const body = "localization.strings.successMessageBody";
const strings = (strings: object, rest: object = {}) => ({ ...rest, localization: { strings } });

const messages: readonly MessageRow[] = [
  {
    says: "says what v1 says after a booking",
    v1: {},
    message:
      '<div class="title">Thanks!</div>An invitation has been sent to: <br /> %s <br /><br /> Please accept the invitation to confirm the booking.',
    notes: { [body]: "reshaped" },
  },
  {
    says: "says what v1 says of the graph",
    v1: { bookingGraph: "group_customer_payment" },
    message:
      '<div class="title">Thanks!</div>We have received your payment and reserved a seat for you.<br /><br />Have a great day!',
  },
  {
    says: "joins title and text",
    v1: strings({ successMessageTitle: "Awesome", successMessageBody: "Check your mail (<i>%s</i>)" }),
    message: '<div class="title">Awesome</div>Check your mail (<i>%s</i>)',
    notes: { [title]: "reshaped", [body]: "reshaped" },
  },
  {
    says: "keeps a title that is text from becoming HTML or a place to fill in",
    v1: strings({ successMessageTitle: `<b>"100%" & 'more'</b>`, successMessageBody: "Bye" }),
    message: '<div class="title">&#60;b&#62;&#34;100%%&#34; &#38; &#39;more&#39;&#60;/b&#62;</div>Bye',
  },
  {
    says: "goes without a title where the page has an empty one",
    v1: strings({ successMessageTitle: "", successMessageBody: "Bye" }),
    message: "Bye",
  },
  {
    says: "uses v1's words for what has a wrong type",
    v1: strings({ successMessageTitle: {}, successMessageBody: "Bye" }),
    message: '<div class="title">Thanks!</div>Bye',
    notes: { [title]: "dropped", [body]: "reshaped" },
  },
  {
    says: "says nothing of its own for a graph that v1 does not know",
    v1: { bookingGraph: "confirm-decline" },
    message: undefined,
  },
  {
    says: "uses the text of a page that loads a widget",
    v1: strings({ successMessageTitle: "Yes", successMessageBody: "Bye" }, { widgetId: "w" }),
    message: '<div class="title">Yes</div>Bye',
  },
  {
    says: "asks for the text that a widget stores",
    v1: strings({ successMessageTitle: "Yes" }, { widgetId: "w" }),
    message: undefined,
    notes: { [title]: ["needs-you", "reshaped"] },
  },
];

describe("localization", () => {
  it.each(rows)("$says", (row) => {
    expect(seenIn(row)).toMatchObject(expectedOf(row));
  });

  it.each(messages)("$says", ({ says, v1, message, notes }) => {
    const row: Row = { says, v1, ...(notes && { notes }) };
    expect(seenIn(row)).toMatchObject(expectedOf(row));
    expect(valueAt(migrateConfig(v1).config, "ui.localization.success_message")).toBe(message);
  });
});
