import {
  type MigrationFacts,
  type MigrationNote,
  migrateConfig,
  type PlainObject,
} from "../../src/migrate/index.ts";
import { writeFunction } from "../../src/owner/write-function.ts";
import { writeSnippet } from "../../src/owner/write-snippet.ts";
import { readSnippet } from "./snippet/read-snippet.ts";
import type { FoundCalendar, Unread } from "./snippet/snippet.ts";

/** What the workbench shows for a text. */
export interface Conversion {
  readonly calendars: readonly ConvertedCalendar[];
  readonly unread: readonly Unread[];
}

export interface ConvertedCalendar {
  readonly found: FoundCalendar;
  readonly config: PlainObject;
  readonly notes: readonly MigrationNote[];
  /** Lines of v2 for a page. */
  readonly code: string;
}

/** Reads a text of v1 and turns each calendar in it into one of v2. Never throws and runs nothing of it. */
export const convert = (text: string, facts: MigrationFacts): Conversion => {
  const { calendars, unread, functions } = readSnippet(text);
  return {
    unread,
    calendars: calendars.map((found) => {
      const own = facts.resourceId ?? found.resourceId;
      const { config, notes } = migrateConfig(found.config, { ...facts, resourceId: own });
      const code = writeSnippet(config, (value) => functions.get(value) ?? writeFunction(value));
      return { found, config, notes, code };
    }),
  };
};
