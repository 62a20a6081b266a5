import type { NoteKind } from "../migrate/index.ts";
import type { Position } from "../migrate/snippet/snippet.ts";
import type { CalendarReport, FileReport } from "./examine-file.ts";

/** A report with what became of the file itself. */
export interface WrittenReport extends FileReport {
  readonly isWritten: boolean;
  /** Why it was not written, though it could have been. */
  readonly refusal?: string;
}

/** What was found, for programs. */
export const toJson = (reports: readonly WrittenReport[]): string =>
  JSON.stringify(
    {
      files: reports
        .filter(hasFindings)
        .map(({ path, calendars, loads, tokens, unread, isWritten, refusal }) => ({
          path,
          calendars: calendars.map((one) => ({ ...one, isWritten: isWritten && one.stays === undefined })),
          loads,
          tokens,
          unread,
          ...(refusal !== undefined && { refusal }),
        })),
    },
    null,
    2,
  );

/** What was found, for people: a table, and below it the new lines and the notes of each calendar. */
export const toText = (reports: readonly WrittenReport[], paint: Paint): string => {
  const found = reports.filter(hasFindings);
  const rows = found.flatMap((report) => rowsOf(report));
  if (rows.length === 0) return "No calendar of Booking.js v1 was found.\n";
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row.cells[column]?.length ?? 0)));
  const table = rows.map(({ cells: [place = "", what = "", outcome = ""], color }) =>
    [place.padEnd(widths[0] ?? 0), paint(color, what.padEnd(widths[1] ?? 0)), outcome].join("  ").trimEnd(),
  );
  const details = found.flatMap((report) =>
    report.calendars.map((calendar) => describe(report.path, calendar, paint)),
  );
  return `${[table.join("\n"), ...details].join("\n\n")}\n`;
};

/** Gives a text a colour, where it is shown on a terminal. */
export type Paint = (color: Color, text: string) => string;

export type Color = "red" | "yellow" | "green" | "bold" | "dim";

/** Text without what would steer a terminal: files may hold anything. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (one) => (one === "\n" || one === "\t" ? one : "�"));

const hasFindings = ({ calendars, loads, tokens, unread, refusal }: WrittenReport): boolean =>
  calendars.length + loads.length + tokens.length > 0 ||
  unread.some(({ isDead }) => isDead !== true) ||
  refusal !== undefined;

interface Row {
  readonly cells: readonly string[];
  readonly color: Color;
}

const rowsOf = (report: WrittenReport): readonly Row[] => {
  const { path, calendars, loads, tokens, unread, isWritten, refusal } = report;
  const row = (at: Position, color: Color, what: string, outcome = ""): Row => ({
    cells: [printable(`${path}:${at.line}:${at.column}`), what, printable(outcome)],
    color,
  });
  return [
    ...calendars.map(({ at, kind, stays }) =>
      isWritten && stays === undefined
        ? row(at, "green", "calendar", `${kinds[kind]}; replaced`)
        : row(at, "bold", "calendar", `${kinds[kind]}${stays === undefined ? "" : `; stays: ${stays}`}`),
    ),
    ...loads.map((at) => row(at, "dim", "script of v1", isWritten ? "replaced" : "")),
    ...tokens.map(({ at, kind }) => row(at, "red", "revoke", kind)),
    ...unread
      .filter(({ isDead }) => isDead !== true)
      .map(({ at, path: option, reason }) =>
        row(at, "yellow", "not read", option === "" ? reason : `${option}: ${reason}`),
      ),
    ...(refusal === undefined ? [] : [row({ line: 1, column: 1 }, "yellow", "not written", refusal)]),
  ];
};

const kinds = {
  autoload: "starts by itself",
  init: "started by a script",
  tag: "our tag",
  configuration: "options",
} as const;

const describe = (path: string, { at, lines, notes }: CalendarReport, paint: Paint): string =>
  [
    paint("bold", printable(`${path}:${at.line}`)),
    printable(lines).replace(/^/gm, "    "),
    ...notes.map(
      ({ path: option, kind, text }) =>
        `  ${paint(colors[kind], kind.padEnd(9))}  ${printable(option === "" ? text : `${option}: ${text}`)}`,
    ),
  ].join("\n");

const colors: Readonly<Record<NoteKind, Color>> = {
  "needs-you": "red",
  dropped: "yellow",
  reshaped: "bold",
  renamed: "dim",
};
