import type { MigrationTarget, PlainObject } from "../migration.ts";
import { todoPrefix } from "../reshape/mark-unread.ts";
import type { FoundCalendar, Load, Snippet, Span } from "../snippet/snippet.ts";
import {
  isPlain,
  type LineOptions,
  newerScripts,
  newerStyles,
  writeMount,
  writeTagFor,
} from "./write-lines.ts";
import { escapeHtml } from "./escape-html.ts";
import { writeValue } from "./write-value.ts";

/** A calendar with the options that `migrateConfig` made of it. */
export interface MovedCalendar {
  readonly found: FoundCalendar;
  readonly config: PlainObject;
  /** Why it must stay for other reasons; absent where it may go. */
  readonly stays?: string;
}

/** The text with new lines in the place of the old ones. */
export interface Rewriting {
  readonly text: string;
  /** Why a calendar stays as it is. */
  readonly kept: ReadonlyMap<FoundCalendar, string>;
}

/**
 * Puts the new lines into a text, in the place of those calendars that were read whole, and the new script in the place
 * of v1's. Every other character stays.
 */
export const rewrite = (
  text: string,
  { loads }: Pick<Snippet, "loads">,
  calendars: readonly MovedCalendar[],
  options: LineOptions,
): Rewriting => {
  const kept = new Map<FoundCalendar, string>();
  for (const one of calendars) {
    const reason = findReason(one, text, options.target) ?? (loads.length === 0 ? notLoaded : undefined);
    if (reason !== undefined) kept.set(one.found, reason);
  }
  // A page in which one calendar stays still needs v1.
  if (kept.size > 0 && loads.length > 0)
    for (const { found } of calendars) if (!kept.has(found)) kept.set(found, otherStays);
  const moved = calendars.filter(({ found }) => !kept.has(found));
  const edits = moved.length === 0 ? [] : toEdits(text, loads, moved, options);
  return { text: apply(text, edits), kept };
};

interface Edit extends Span {
  readonly lines: readonly string[];
}

const findReason = (
  { found, config, stays }: MovedCalendar,
  text: string,
  target: MigrationTarget,
): string | undefined => {
  if (found.kind === "configuration")
    return "It is no page or script, so nothing would start the new calendar.";
  if (!found.place || hasMark(config)) return notWhole;
  if (target === "embed" && !found.place.statements)
    return "The instance or its answer is used elsewhere in the script. Put the new lines there by hand.";
  if (target === "embed" && importPattern.test(text))
    return "The script imports timekit-booking. Import { mount } from timekit-embed instead, by hand.";
  return stays;
};

const notWhole = "Not all of it could be read in one place. Put the new lines there by hand.";
const notLoaded =
  "v1's script is loaded in another file, where it has to be changed together with these lines. Do both by hand.";
const otherStays = "Another calendar of this file stays, and with it v1's script.";
const importPattern = /\b(?:from|import|require\()\s*["']timekit-booking["']/;

const hasMark = (value: PlainObject): boolean =>
  Object.entries(value).some(
    ([key, inner]) =>
      key.startsWith(todoPrefix) ||
      (typeof inner === "object" && inner !== null && !Array.isArray(inner) && hasMark(inner)),
  );

const toEdits = (
  text: string,
  loads: readonly Load[],
  moved: readonly MovedCalendar[],
  options: LineOptions,
): readonly Edit[] =>
  options.target === "embed"
    ? editsOfEmbed(text, loads, moved, options)
    : editsOfNewer(text, loads, moved, options.target);

const editsOfEmbed = (
  text: string,
  loads: readonly Load[],
  moved: readonly MovedCalendar[],
  options: LineOptions,
): readonly Edit[] => {
  const [only, ...others] = moved;
  const [load, ...more] = loads;
  const place = only?.found.place;
  // One tag says it all, where there is a place for it.
  if (only && place && others.length === 0 && load && isPlain(only.config)) {
    const parts = place.element ? [place.element] : (place.statements ?? []);
    return [
      ...parts.map((part) => removal(text, part)),
      { ...load.element, lines: writeTagFor(only.config, options).split("\n") },
      ...more.map(({ element }) => removal(text, element)),
    ];
  }
  const brokerUrl = only?.config["brokerUrl"] ?? "";
  return [
    ...moved.flatMap(({ found, config }): readonly Edit[] => {
      const statements = found.place?.statements ?? [];
      const last = statements.at(-1);
      return [
        ...statements.slice(0, -1).map((one) => removal(text, one)),
        ...(last ? [{ ...last, lines: writeMount(config, "") }] : []),
      ];
    }),
    ...(load ? [{ ...load.element, lines: writeTagFor({ brokerUrl }, options).split("\n") }] : []),
    ...more.map(({ element }) => removal(text, element)),
  ];
};

const editsOfNewer = (
  text: string,
  loads: readonly Load[],
  moved: readonly MovedCalendar[],
  target: "v2" | "v3",
): readonly Edit[] => {
  const startsItself = moved.some(({ found }) => found.kind === "autoload");
  return [
    ...moved.flatMap(({ found, config }) =>
      found.place ? [{ ...found.place.options, lines: writeValue(config, "").split("\n") }] : [],
    ),
    ...loads.map((load, index) => {
      if (index > 0) return removal(text, load.element);
      const script = writeLoad(load, target, startsItself);
      return { ...load.element, lines: target === "v3" ? [newerStyles, script] : [script] };
    }),
  ];
};

// v3 starts when its script is evaluated, at which its element has to be there.
const writeLoad = ({ attributes }: Load, target: "v2" | "v3", startsItself: boolean): string => {
  const dropped = ["src", "integrity", ...(target === "v3" ? ["async", "defer"] : [])];
  const others = [...attributes].filter(([name]) => !dropped.includes(name));
  const all = others.map(([name, value]) => (value === "" ? name : `${name}="${escapeHtml(value)}"`));
  const isDeferred = target === "v3" && (startsItself || attributes.has("defer"));
  return `<script ${[`src="${newerScripts[target]}"`, ...all, ...(isDeferred ? ["defer"] : [])].join(" ")}></script>`;
};

// With its line, where nothing else stands there.
const removal = (text: string, { start, end }: Span): Edit => {
  const before = /(?:^|[\n\r])([\t ]*)$/.exec(text.slice(0, start))?.[1];
  const after = /^[\t ]*(?:\r\n|\n|\r|$)/.exec(text.slice(end))?.[0];
  return before === undefined || after === undefined
    ? { start, end, lines: [] }
    : { start: start - before.length, end: end + after.length, lines: [] };
};

// New lines end and are indented as the old ones are.
const apply = (text: string, edits: readonly Edit[]): string => {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  let changed = text;
  for (const { start, end, lines } of [...edits].sort((one, other) => other.start - one.start)) {
    const [indent = ""] = /^[\t ]*/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1)) ?? [];
    const inside = lines
      .map((line, index) => (index === 0 || line === "" ? line : indent + line))
      .join(newline);
    changed = changed.slice(0, start) + inside + changed.slice(end);
  }
  return changed;
};
