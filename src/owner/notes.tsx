import type { VNode } from "preact";
import type { MigrationNote } from "../migrate/index.ts";
import type { Counted } from "./guide-words.ts";

export interface NotesProps {
  readonly heading: Counted;
  /** BCP 47; for the number in the heading. */
  readonly lang: string;
  /** All of one kind. */
  readonly notes: readonly MigrationNote[];
  readonly isOpen: boolean;
}

/** One group of notes, which unfolds; nothing where there are none. */
export const Notes = ({ heading, lang, notes, isOpen }: NotesProps): VNode | null =>
  notes.length === 0 ? null : (
    <details open={isOpen}>
      <summary>{countIn(heading, notes.length, lang)}</summary>
      <ul lang="en" dir="ltr">
        {notes.map(({ path, text }) => (
          <li key={path + text}>
            {path && <code>{path}</code>} {text}
          </li>
        ))}
      </ul>
    </details>
  );

const countIn = ({ one, other }: Counted, count: number, lang: string): string =>
  (new Intl.PluralRules(lang).select(count) === "one" ? one : other).replace(
    "{count}",
    new Intl.NumberFormat(lang).format(count),
  );
