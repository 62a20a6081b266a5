import type { NoteKind, MigrationNote } from "../migration.ts";
import type { Take } from "../take/take.ts";

/** One row of the table: what becomes of one v1 option. */
export interface MigrationRule {
  /** The v1 option, dotted; `[]` is any list item, `*` any name, `(one|other)` one of the names. */
  readonly path: string;
  /** `kept`: same name and meaning in v2, which needs no note. */
  readonly outcome: NoteKind | "kept";
  /** Where it stands in v2; a `*` is what stood at `*` or `(…)` in the path. Absent: nowhere. */
  readonly to?: string;
  /** Plain English for the site's owner. */
  readonly text: string;
  /** Its value decides what is written, so that code of the page cannot take its place. */
  readonly isRewritten?: true;
  /** How the value is taken over to `to`. Absent: it is not, or together with others. */
  readonly take?: Take;
  /** The option holds others that have rows of their own. */
  readonly holds?: "object" | "list";
  /** Its notes depend on what it holds and are written where it is reshaped. */
  readonly isNotedLater?: true;
}

/** The note that a row gives to an option; none where v2 has it alike. */
export const noteOf = (rule: MigrationRule, path: string): readonly MigrationNote[] =>
  rule.outcome === "kept" ? [] : [{ path, kind: rule.outcome, text: rule.text }];
