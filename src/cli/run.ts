import type { Built } from "../migrate/lines/write-tag.ts";
import { writeTag } from "../migrate/lines/write-tag.ts";
import { findRisk } from "./check-committed.ts";
import { type Examination, examineFile, type FileReport } from "./examine-file.ts";
import { findFiles, type SiteFile } from "./find-files.ts";
import { type MigrateOptions, parseArguments, type TagArguments, UsageError } from "./parse-arguments.ts";
import { readTextFile, type TextFile, writeTextFile } from "./text-file.ts";
import { type Color, toJson, toText, type WrittenReport } from "./write-report.ts";
import { usage } from "./usage.ts";

/** What the command line runs in. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether what is printed, and what goes wrong, is read by a person on a terminal. */
  readonly isTerminal: { readonly out: boolean; readonly error: boolean };
  readonly built: Built;
}

/** Runs a command line; resolves with the exit code: 0 all read, 1 something could not be, 2 wrong use. */
export const run = async (words: readonly string[], around: Surroundings): Promise<0 | 1 | 2> => {
  try {
    const command = parseArguments(words);
    switch (command.name) {
      case "help":
        around.out(usage);
        return 0;
      case "version":
        around.out(`${around.built.version}\n`);
        return 0;
      case "tag":
        around.out(printTag(command.options, around.built));
        return 0;
      case "migrate":
        return await migrate(command.options, around);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    around.error(`${error.message}\n\n${usage}`);
    return 2;
  }
};

const printTag = (options: TagArguments, built: Built): string => {
  const { tag, policy } = writeTag(options, built);
  if (options.isJson) return `${JSON.stringify({ tag, policy }, null, 2)}\n`;
  return `${tag}\n\nContent Security Policy, if the page has one:\n${policy.replace(/^/gm, "  ")}\n`;
};

interface Read {
  readonly file: SiteFile;
  readonly content: TextFile;
  readonly report: FileReport;
}

const migrate = async (options: MigrateOptions, around: Surroundings): Promise<0 | 1> => {
  const lines = { target: options.target, host: options.host, built: around.built };
  const files = await findFiles(options.paths);
  const reports: WrittenReport[] = [];
  const reads: Read[] = [];
  for (const [index, file] of files.entries()) {
    showProgress(index, files.length, around);
    const content = await readTextFile(file.path);
    if (typeof content === "string") reports.push(unreadable(file.path, content));
    else reads.push({ file, content, report: examine(file, content, { options, lines, areSeveral: false }) });
  }
  const areSeveral = new Set(reads.flatMap(({ report }) => report.people)).size > 1;
  for (const { file, content, report } of reads) {
    const final =
      areSeveral && report.people.length > 0
        ? examine(file, content, { options, lines, areSeveral })
        : report;
    reports.push(await write(final, content, options));
  }
  showProgress(files.length, files.length, around);
  reports.sort((one, other) => (one.path < other.path ? -1 : 1));
  around.out(
    options.isJson ? `${toJson(reports)}\n` : toText(reports, around.isTerminal.out ? inColor : plain),
  );
  return reports.some(isIncomplete) ? 1 : 0;
};

const examine = (file: SiteFile, { text }: TextFile, examination: Examination): FileReport => {
  try {
    return examineFile(file, text, examination);
  } catch (error) {
    // Deeply nested files can exhaust the stack; one of them must not end the run over all others.
    const words = error instanceof Error ? error.message : "unknown";
    return unreadable(file.path, `The file cannot be read (${words}).`);
  }
};

const unreadable = (path: string, reason: string): WrittenReport => ({
  path,
  calendars: [],
  loads: [],
  tokens: [],
  people: [],
  unread: [{ at: { line: 1, column: 1 }, path: "", code: "", reason }],
  isWritten: false,
});

const write = async (
  report: FileReport,
  { encoding }: TextFile,
  { isWritten, isForced }: MigrateOptions,
): Promise<WrittenReport> => {
  if (!isWritten || report.rewritten === undefined) return { ...report, isWritten: false };
  const risk = isForced ? undefined : await findRisk(report.path);
  if (risk !== undefined) return { ...report, isWritten: false, refusal: risk };
  await writeTextFile(report.path, { text: report.rewritten, encoding });
  return { ...report, isWritten: true };
};

const isIncomplete = ({ unread, refusal }: WrittenReport): boolean =>
  refusal !== undefined || unread.some(({ isDead }) => isDead !== true);

const showProgress = (done: number, all: number, { error, isTerminal }: Surroundings): void => {
  if (!isTerminal.error || all < longRun) return;
  if (done === all) error("\r\u001B[K");
  else if (done % 50 === 0) error(`\rReading ${done} of ${all} files …`);
};

const longRun = 200;

const plain = (_: Color, text: string): string => text;

const inColor = (color: Color, text: string): string => `\u001B[${codes[color]}m${text}\u001B[0m`;

const codes: Readonly<Record<Color, number>> = { red: 31, yellow: 33, green: 32, bold: 1, dim: 2 };
