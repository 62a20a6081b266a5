import {
  type MigrationFacts,
  type MigrationNote,
  migrateConfig,
  type PlainObject,
} from "../../src/migrate/index.ts";
import type { Built } from "../../src/migrate/lines/write-tag.ts";
import { writeLines } from "../../src/migrate/lines/write-lines.ts";
import { readSnippet } from "../../src/migrate/snippet/read-snippet.ts";
import type { FoundCalendar, Unread } from "../../src/migrate/snippet/snippet.ts";

/** What the workbench shows for a text. */
export interface Conversion {
  readonly calendars: readonly ConvertedCalendar[];
  readonly unread: readonly Unread[];
}

export interface ConvertedCalendar {
  readonly found: FoundCalendar;
  readonly config: PlainObject;
  readonly notes: readonly MigrationNote[];
  /** Lines of the target for a page. */
  readonly code: string;
}

/** Reads a text of v1 and turns each calendar in it into one of the target. Never throws and runs nothing of it. */
export const convert = (text: string, facts: MigrationFacts, built?: Built): Conversion => {
  const { calendars, unread } = readSnippet(text);
  return {
    unread,
    calendars: calendars.map((found) => {
      const own = facts.resourceId ?? found.resourceId;
      const { config, notes } = migrateConfig(found.config, { ...facts, resourceId: own });
      return {
        found,
        config,
        notes,
        code: writeLines(config, { target: facts.target ?? "v2", ...(built && { built }) }),
      };
    }),
  };
};
