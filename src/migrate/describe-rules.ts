import { migrationRules } from "./rules/migration-rules.ts";
import type { MigrationRule } from "./rules/rule.ts";

/** A row for people. */
export interface RuleRow {
  /** The v1 option; `[]` is any list item, `*` any name, `(one|other)` one of the names. */
  readonly path: string;
  /** In words: "kept", "renamed to `ui.avatar`", "dropped" … */
  readonly outcome: string;
  readonly text: string;
}

/** The table of rules as rows, in the order of the documentation. */
export const describeRules = (rules: readonly MigrationRule[] = migrationRules): readonly RuleRow[] =>
  rules.map(({ path, outcome, to, text }) => ({ path, outcome: toWords(outcome, to), text }));

const toWords = (outcome: MigrationRule["outcome"], to: string | undefined): string => {
  switch (outcome) {
    case "kept":
      return to === undefined ? "kept" : `kept as ${to}`;
    case "renamed":
      return `renamed to ${to ?? ""}`;
    case "reshaped":
      return `reshaped into ${to ?? ""}`;
    case "dropped":
      return "dropped";
    case "needs-you":
      return to === undefined ? "needs you" : `needs you, for ${to}`;
  }
};
