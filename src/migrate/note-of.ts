import type { MigrationNote } from "./migration.ts";
import type { MigrationRule } from "./rules/rule.ts";

/** The note that a row gives to an option; none where v2 has it alike. */
export const noteOf = (rule: MigrationRule, path: string): readonly MigrationNote[] =>
  rule.outcome === "kept" ? [] : [{ path, kind: rule.outcome, text: rule.text }];
