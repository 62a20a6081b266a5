import { flag } from "../take/flag.ts";
import { text, textOrNothing } from "../take/text.ts";
import { timeDateFormat } from "../take/time-date-format.ts";
import type { MigrationRule } from "./rule.ts";

/** Words, dates and times. */
export const localizationRules: readonly MigrationRule[] = [
  {
    path: "localization",
    outcome: "reshaped",
    to: "ui",
    text: "Its options stand in ui, its texts in ui.localization.",
    holds: "object",
  },
  {
    path: "localization.showTimezoneHelper",
    outcome: "renamed",
    to: "ui.show_timezone_helper",
    text: "Is ui.show_timezone_helper. v2 shows a list from which visitors choose their time zone, where v1 told the difference in hours.",
    take: flag,
  },
  {
    path: "localization.timeDateFormat",
    outcome: "renamed",
    to: "ui.time_date_format",
    text: "Is ui.time_date_format, with the same values.",
    take: timeDateFormat,
  },
  {
    path: "localization.bookingDateFormat",
    outcome: "renamed",
    to: "ui.booking_date_format",
    text: "Is ui.booking_date_format.",
    take: textOrNothing,
  },
  {
    path: "localization.bookingTimeFormat",
    outcome: "renamed",
    to: "ui.booking_time_format",
    text: "Is ui.booking_time_format.",
    take: textOrNothing,
  },
  {
    path: "localization.emailTimeFormat",
    outcome: "dropped",
    text: "v2 does not choose the time format of Timekit's e-mails. Set it in their templates at Timekit.",
  },
  {
    path: "localization.strings",
    outcome: "renamed",
    to: "ui.localization",
    text: "Is ui.localization.",
    holds: "object",
  },
  {
    path: "localization.strings.allocatedResourcePrefix",
    outcome: "renamed",
    to: "ui.localization.allocated_resource_prefix",
    text: "Is ui.localization.allocated_resource_prefix. v2 names the resource on every form, v1 only for teams; the style .bookingjs-bookpage-resource, .bookingjs-bookpage-resource-prefix { display: none } hides it.",
    take: text,
  },
  {
    path: "localization.strings.submitText",
    outcome: "renamed",
    to: "ui.localization.submit_button",
    text: "Is ui.localization.submit_button.",
    take: text,
  },
  {
    path: "localization.strings.successMessageTitle",
    outcome: "reshaped",
    to: "ui.localization.success_message",
    text: "v2 has one message without a title: the title stands at its head, in the style that it had.",
    isNotedLater: true,
  },
  {
    path: "localization.strings.successMessageBody",
    outcome: "reshaped",
    to: "ui.localization.success_message",
    text: "Is ui.localization.success_message, below the title; %s is the visitor's e-mail address. Check that it still says what happens: v2 sends what the project's notifications say.",
    isNotedLater: true,
  },
  {
    path: "localization.strings.(timezoneHelperLoading|timezoneHelperDifferent|timezoneHelperSame)",
    outcome: "dropped",
    text: "v2 has no such text: it shows a list of time zones instead, headed “Your timezone”.",
  },
];
