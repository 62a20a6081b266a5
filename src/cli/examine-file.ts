import { migrateConfig, type MigrationNote, type PlainObject } from "../migrate/index.ts";
import { rewrite } from "../migrate/lines/rewrite.ts";
import { type LineOptions, writeLines } from "../migrate/lines/write-lines.ts";
import { findSecretsIn, type FoundSecret } from "../migrate/snippet/find-secrets.ts";
import { readSnippet } from "../migrate/snippet/read-snippet.ts";
import type { FoundCalendar, Position, Unread } from "../migrate/snippet/snippet.ts";
import { isAlreadyV2 } from "../migrate/classify.ts";
import type { SiteFile } from "./find-files.ts";
import type { MigrateOptions } from "./parse-arguments.ts";

/** What was found in one file. */
export interface FileReport {
  readonly path: string;
  readonly calendars: readonly CalendarReport[];
  /** Where v1's script is loaded. */
  readonly loads: readonly Position[];
  readonly tokens: readonly FoundSecret[];
  readonly unread: readonly Unread[];
  /** The e-mail addresses of those who are booked, as far as the page names them. */
  readonly people: readonly string[];
  /** The whole new text; absent where nothing in it would change. */
  readonly rewritten?: string;
}

export interface CalendarReport {
  readonly at: Position;
  readonly kind: FoundCalendar["kind"];
  readonly lines: string;
  readonly notes: readonly MigrationNote[];
  /** Why `--write` leaves it as it is; absent where it replaces it. */
  readonly stays?: string;
}

export interface Examination {
  readonly options: MigrateOptions;
  readonly lines: LineOptions;
  /** The site books several people, so that one resource id cannot be meant for all. */
  readonly areSeveral: boolean;
}

/** Reads one file, runs nothing of it, and says what becomes of its calendars. */
export const examineFile = (
  { path, kind }: SiteFile,
  text: string,
  { options, lines, areSeveral }: Examination,
): FileReport => {
  const none: FileReport = { path, calendars: [], loads: [], tokens: [], unread: [], people: [] };
  if (!clues.test(text)) return none;
  if (isLibrary(text)) return { ...none, unread: [{ ...unknownPlace, reason: library, isDead: true }] };
  const snippet = readSnippet(text, { kind });
  const calendars = snippet.calendars.filter(
    (one) => !isAlreadyV2(one.config) && !(one.kind === "tag" && options.target === "embed"),
  );
  const moved = calendars.map((found) => {
    const resource = resourceFor(found, areSeveral, options.resourceIds);
    const { config, notes } = migrateConfig(found.config, {
      target: options.target,
      resourceId: resource ?? null,
      brokerUrl: orNull(options.brokerUrl),
      projectId: orNull(options.projectId),
      appKey: orNull(options.appKey),
    });
    const stays = findObstacle(found, resource, options);
    return { found, config, notes, ...(stays !== undefined && { stays }) };
  });
  const { text: rewritten, kept } = rewrite(text, snippet, moved, lines);
  return {
    path,
    calendars: moved.map(({ found, config, notes }) => toReport(found, { config, notes }, { lines, kept })),
    loads: snippet.loads.map(({ at }) => at),
    tokens: findSecretsIn(text, snippet.calendars),
    unread: snippet.unread,
    people: calendars.flatMap(({ config }) => emailOf(config) ?? []).filter((email) => email !== ""),
    ...(rewritten !== text && { rewritten }),
  };
};

const toReport = (
  found: FoundCalendar,
  { config, notes }: { readonly config: PlainObject; readonly notes: readonly MigrationNote[] },
  { lines, kept }: { readonly lines: LineOptions; readonly kept: ReadonlyMap<FoundCalendar, string> },
): CalendarReport => {
  const stays = kept.get(found);
  return {
    at: found.at,
    kind: found.kind,
    lines: writeLines(config, lines),
    notes,
    ...(stays !== undefined && { stays }),
  };
};

// What any file with a calendar holds; most files of a site need not be read further.
const clues = /timekit|apiToken|widgetId|widgetSlug|bookingFields|bookingGraph|(?:live|test)_api_key_/i;

// Booking.js itself, our loader, or a bundle with one of them.
const isLibrary = (text: string): boolean =>
  text.length > 100_000 && /timekitBookingConfig/.test(text) && /fullCalendar|TimekitEmbed/.test(text);

const library =
  "This is Booking.js itself, or a bundle with it, so it is not read. Read the sources of the site instead.";
const unknownPlace = { at: { line: 1, column: 1 }, path: "", code: "" } as const;

const findObstacle = (
  { config }: FoundCalendar,
  resource: string | undefined,
  { target, resourceIds }: MigrateOptions,
): string | undefined => {
  if (resource === undefined && resourceIds.size > 0) return whose;
  const isTeam = typeof config === "object" && config !== null && "timekitFindTimeTeam" in config;
  return target === "embed" && isTeam ? noTeams : undefined;
};

const noTeams =
  "It is of a team, which our tag does not take. Make one calendar for each member, or move on.";
const whose = "It books somebody whose id was not given. Name it with --resource-id EMAIL=ID, once for each.";

// Undefined where the page's code, or its server, says who is booked.
const emailOf = (config: unknown): string | undefined => {
  const email: unknown = typeof config === "object" && config !== null ? Reflect.get(config, "email") : "";
  if (typeof email === "function") return undefined;
  return typeof email === "string" ? email.toLowerCase() : "";
};

// One id is meant for all only where all book the same person.
const resourceFor = (
  found: FoundCalendar,
  areSeveral: boolean,
  ids: ReadonlyMap<string, string>,
): string | undefined => {
  if (found.resourceId !== undefined) return found.resourceId;
  const email = emailOf(found.config);
  if (email === undefined) return undefined;
  return ids.get(email) ?? (areSeveral ? undefined : ids.get(""));
};

const orNull = (word: string): string | null => (word === "" ? null : word);
