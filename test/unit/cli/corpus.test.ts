import { describe, expect, it } from "vitest";
import { examineFile, type FileReport } from "../../../src/cli/examine-file.ts";
import type { FileKind } from "../../../src/cli/find-files.ts";
import { parseArguments } from "../../../src/cli/parse-arguments.ts";
import type { MigrationTarget } from "../../../src/migrate/index.ts";
import { corpus, type CorpusFile } from "./corpus.ts";

const examine = ({ path, text }: Pick<CorpusFile, "path" | "text">, target: MigrationTarget): FileReport => {
  const command = parseArguments([
    ..."migrate --resource-id 2939c4fa-f06f-4496-8a20-03f57afcdfe6 --write --force --host https://cdn.example".split(
      " ",
    ),
    ..."--broker-url https://broker.example/client-token --app-key live_widget_key_abc --target".split(" "),
    target,
    path,
  ]);
  if (command.name !== "migrate") throw new Error("this is no migration");
  const lines = { target, host: "https://cdn.example", built: { version: "1.0.0", integrity: {} } };
  return examineFile({ path, kind: kindOf(path) }, text, {
    options: command.options,
    lines,
    areSeveral: false,
  });
};

const kindOf = (path: string): FileKind =>
  /\.(?:js|mjs|jsx)$/.test(path) ? "script" : /\.tsx?$/.test(path) ? "typed" : "html";

const summarize = ({ calendars, loads, tokens, unread }: FileReport): readonly string[] => [
  ...calendars.map(
    ({ at, kind, stays }) => `${at.line} ${kind} ${stays === undefined ? "replaced" : "stays"}`,
  ),
  ...loads.map(({ line }) => `${line} v1`),
  ...tokens.map(({ at }) => `${at.line} token`),
  ...unread
    .filter(({ isDead }) => isDead !== true)
    .map(({ at, path }) => `${at.line}:${at.column} unread ${path}`),
];

describe("files as people have them", () => {
  it.each(corpus)("$path: $has", (file) => {
    expect(summarize(examine(file, "embed"))).toEqual(file.finds);
  });
});

describe.each(["embed", "v2", "v3"] as const)("written on the way to %s", (target) => {
  it.each(corpus)("$path has no token, and a second run finds no calendar that was replaced", (file) => {
    const report = examine(file, target);
    const secrets = ["s3VZ0rG9hKq2Lw8Xb1Tn6Yc4Md7Pf5Ja", "aaaabbbbccccdddd", "live_api_key_0123"];
    const { calendars, notes } = {
      calendars: report.calendars,
      notes: report.calendars.flatMap((one) => one.notes),
    };
    const shown = JSON.stringify([calendars.map(({ lines }) => lines), notes, report.tokens, report.unread]);
    for (const secret of secrets) expect(shown).not.toContain(secret);
    const isAllReplaced = calendars.length > 0 && calendars.every(({ stays }) => stays === undefined);
    expect(isAllReplaced && secrets.some((secret) => report.rewritten?.includes(secret))).toBe(false);
    const second = examine({ ...file, text: report.rewritten ?? file.text }, target);
    expect(second.calendars).toHaveLength(report.calendars.filter(({ stays }) => stays !== undefined).length);
    expect(second.rewritten).toBeUndefined();
  });

  it.each(corpus)("$path keeps every other byte", (file) => {
    const { rewritten = file.text } = examine(file, target);
    const kept = commonEnds(file.text, rewritten);
    // What stands before the first and after the last line of the calendar.
    expect(rewritten.startsWith(kept.start) && rewritten.endsWith(kept.end)).toBe(true);
    expect(rewritten.includes("\r\n") && /[^\r]\n/.test(rewritten)).toBe(false);
    for (const line of unrelated(file.text)) expect(rewritten).toContain(line);
  });
});

const commonEnds = (one: string, other: string): { readonly start: string; readonly end: string } => {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return { start: one.slice(0, start), end: end === 0 ? "" : one.slice(-end) };
};

// Lines, with their ends, that have nothing of a calendar.
const unrelated = (text: string): readonly string[] =>
  (text.match(/[^\n]*\n/g) ?? []).filter((line) =>
    /<(?:p|h1|body|template|\?php|textarea)\b|^[@{]|track\(/.test(line),
  );
