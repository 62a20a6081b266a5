import { applyRules } from "./apply-rules.ts";
import { classify } from "./classify.ts";
import { createDraft } from "./draft.ts";
import { migrateFilters } from "./filters/migrate-filters.ts";
import type { Migration, MigrationFacts } from "./migration.ts";
import { readInput } from "./read-input.ts";
import { nameAccount } from "./reshape/account.ts";
import { completeFields, listFields } from "./reshape/customer-fields.ts";
import { markUnread } from "./reshape/mark-unread.ts";
import { fillDefaults } from "./reshape/fill-defaults.ts";
import { nameResources } from "./reshape/resources.ts";
import { writeSuccessMessage } from "./reshape/success-message.ts";
import { dropIgnored } from "./drop-ignored.ts";
import { noteHiddenKeys } from "./source/secrets.ts";
import { toEmbed } from "./to-embed.ts";
import { toV3 } from "./to-v3.ts";

/**
 * Turns options of Booking.js v1 into those of v2, v3 or our own tag, with a note on everything that is not alike.
 * Takes anything, changes nothing of it, and never throws. No credential is ever carried over: v2 and v3 need an App
 * Widget Key, which comes from `facts`, and our tag a broker.
 */
export const migrateConfig = (v1: unknown, facts?: MigrationFacts): Migration => {
  const input = readInput(v1, facts);
  const draft = createDraft();
  const situation = classify(input.source);
  if (input.target === "embed") {
    draft.note(...noteHiddenKeys(input.source));
    if (input.isMisshapen) draft.note({ path: "", kind: "needs-you", text: misshapen });
    toEmbed(input.source, input.facts, draft);
    return draft.finish();
  }
  const source = dropIgnored(input.source, situation, draft);
  draft.note(...noteHiddenKeys(input.source));
  if (input.isMisshapen) draft.note({ path: "", kind: "needs-you", text: misshapen });

  nameAccount(source, input.facts, draft);
  listFields(input.source, situation, draft);
  applyRules(source, draft);
  nameResources(source, situation, input.facts, draft);
  migrateFilters(source, draft);
  completeFields(input.source, situation, draft);
  writeSuccessMessage(source, situation, draft);
  fillDefaults(input.source, situation, draft);
  markUnread(source, draft);
  return input.target === "v3" ? toV3(draft.finish(), situation) : draft.finish();
};

const misshapen =
  "This is no object of options, so nothing could be read from it. What is shown is what v1 does without options.";
