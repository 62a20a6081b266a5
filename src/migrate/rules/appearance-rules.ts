import { copy } from "../take/copy.ts";
import { flag, strictFlag } from "../take/flag.ts";
import { text, textOrNothing } from "../take/text.ts";
import { view } from "../take/view.ts";
import type { MigrationRule } from "./rule.ts";

/** Where the calendar stands, how it looks and how it starts. */
export const appearanceRules: readonly MigrationRule[] = [
  {
    path: "name",
    outcome: "renamed",
    to: "ui.display_name",
    text: "Is ui.display_name. v1 also called the calendar entry “name x visitor”; v2 calls it “Meeting with visitor”, or what the project says. Set booking.what for a title of your own.",
    take: textOrNothing,
  },
  {
    path: "avatar",
    outcome: "renamed",
    to: "ui.avatar",
    text: "Is ui.avatar, the address of a picture.",
    take: textOrNothing,
  },
  {
    path: "targetEl",
    outcome: "renamed",
    to: "el",
    text: "Is el. An element of the page's script works there too, as it did in v1.",
    take: text,
  },
  {
    path: "availabilityView",
    outcome: "renamed",
    to: "ui.availability_view",
    text: "Is ui.availability_view, with the same values: agendaWeek and listing.",
    take: view,
  },
  {
    path: "showCredits",
    outcome: "renamed",
    to: "ui.show_credits",
    text: "Is ui.show_credits. The line stands under the calendar in v2; v1 showed it on the form.",
    take: flag,
  },
  {
    path: "goToFirstEvent",
    outcome: "dropped",
    text: "v2 always goes to the first free time. It cannot be turned off.",
  },
  {
    path: "autoload",
    outcome: "kept",
    to: "autoload",
    text: "Works as in v1, and in both the configuration has to be in the page before the script is.",
    take: strictFlag,
  },
  { path: "debug", outcome: "kept", to: "debug", text: "Works as in v1.", take: flag },
  {
    path: "disableRemoteLoad",
    outcome: "renamed",
    to: "disable_remote_load",
    text: "Is disable_remote_load: the project's own settings are not asked for.",
    take: flag,
  },
  {
    path: "disableConfirmPage",
    outcome: "renamed",
    to: "disable_confirm_page",
    text: "Is disable_confirm_page: no form opens, and callbacks.clickTimeslot receives the chosen time.",
    take: flag,
  },
  {
    path: "createBookingResponseInclude",
    outcome: "renamed",
    to: "create_booking_response_include",
    text: "Is create_booking_response_include.",
    take: copy,
  },
  {
    path: "includeStyles",
    outcome: "dropped",
    text: "v1 has not read it since 1.14, and v2 does not either: the styles are part of the script.",
  },
];
