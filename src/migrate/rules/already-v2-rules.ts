import { copy } from "../take/copy.ts";
import type { MigrationRule } from "./rule.ts";

/** Options that v1 does not have but v2 does. */
export const alreadyV2Rules: readonly MigrationRule[] = [
  {
    path: "(app_key|project_id|project_slug|el|api_url|resources|availability|availability_constraints|booking|reminders)",
    outcome: "needs-you",
    to: "*",
    text: "Is an option of v2 already, which v1 does not read. It is carried over as it is, where no v1 option says otherwise: check that it is meant.",
    take: copy,
  },
  {
    path: "(ui|customer_fields|fullcalendar|sdk|disable_remote_load|disable_confirm_page|create_booking_response_include)",
    outcome: "needs-you",
    to: "*",
    text: "Is an option of v2 already, which v1 does not read. It is carried over as it is, where no v1 option says otherwise: check that it is meant.",
    take: copy,
  },
];
