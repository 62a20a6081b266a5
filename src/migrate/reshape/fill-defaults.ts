import type { Situation } from "../classify.ts";
import type { Draft } from "../draft.ts";
import type { Found } from "../source/found.ts";
import { isUnknown } from "../source/look-up.ts";
import type { MigrationNote, Plain } from "../migration.ts";

/** Writes v1's defaults out where the page says nothing; not for widgets, whose stored settings come before them. */
export const fillDefaults = (source: Found, situation: Situation, draft: Draft): void => {
  if (situation.isAlreadyV2 || situation.isRemote) return;
  for (const one of v1Defaults) {
    if (isUnknown(source, one.option)) continue;
    if (draft.has(one.to) || (one.isForProjects && !draft.has("project_id"))) continue;
    if (one.to === "booking.graph" && situation.graph === undefined) continue;
    draft.write(one.to.split("."), one.value);
    draft.note(noteOfDefault(one));
  }
};

interface V1Default {
  /** The v1 option. */
  readonly option: string;
  /** Its place in v2, dotted. */
  readonly to: string;
  readonly value: Plain;
  /** Without a project v2 shows nothing here either. */
  readonly isForProjects?: true;
  readonly text: string;
}

const lest = "v1's default, written out lest a project's setting changes the page.";

/** What v1 does without being told and v2 does not do, or not with every project. */
export const v1Defaults: readonly V1Default[] = [
  {
    option: "timekitFindTime.length",
    to: "availability.length",
    value: "1 hour",
    text: "v1's default. v2's script sets no length and leaves it to the project or to Timekit, so it is written out.",
  },
  {
    option: "timekitFindTime.future",
    to: "availability.to",
    value: "4 weeks",
    text: "v1's default. v2's script sets no end and leaves it to the project or to Timekit, so it is written out.",
  },
  { option: "bookingGraph", to: "booking.graph", value: "instant", text: lest },
  { option: "availabilityView", to: "ui.availability_view", value: "agendaWeek", text: lest },
  { option: "showCredits", to: "ui.show_credits", value: true, text: lest },
  { option: "localization.showTimezoneHelper", to: "ui.show_timezone_helper", value: true, text: lest },
  { option: "localization.timeDateFormat", to: "ui.time_date_format", value: "12h-mdy-sun", text: lest },
  {
    option: "localization.strings.submitText",
    to: "ui.localization.submit_button",
    value: "Book it",
    text: lest,
  },
  {
    option: "localization.strings.allocatedResourcePrefix",
    to: "ui.localization.allocated_resource_prefix",
    value: "with",
    text: `${lest} v2 names the resource on every form, v1 only for teams; the style .bookingjs-bookpage-resource, .bookingjs-bookpage-resource-prefix { display: none } hides it.`,
  },
  { option: "name", to: "ui.display_name", value: "", isForProjects: true, text: lest },
  { option: "avatar", to: "ui.avatar", value: "", isForProjects: true, text: lest },
];

/** The note on a default that was written out. */
export const noteOfDefault = ({ option, text }: V1Default): MigrationNote => ({
  path: option,
  kind: "reshaped",
  text,
});
