import { migrationRules, type Migration } from "../../../src/migrate/index.ts";
import { todoPrefix } from "../../../src/migrate/reshape/mark-unread.ts";

/** An option at the end of its path: a value that is no object with options, or an empty one. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Every leaf of a value that is made of plain objects and lists. */
export const leavesOf = (value: unknown, path = ""): readonly Leaf[] => {
  const isList = Array.isArray(value);
  if (!isList && !isPlainObject(value)) return [{ path, value }];
  const entries = Object.entries(value);
  if (entries.length === 0) return [{ path, value }];
  return entries.flatMap(([key, child]) => leavesOf(child, below(path, key, isList)));
};

/** The leaves that are neither in the configuration of the target nor in a note on them or on an option that holds them. */
export const unaccounted = (v1: object, { config, notes }: Migration, target = "v2"): readonly Leaf[] => {
  const noted = new Set(notes.map(({ path }) => path));
  const covering = new Set(notes.filter(({ text }) => !sayings.has(text)).map(({ path }) => path));
  const isNoted = (path: string): boolean =>
    noted.has(path) || above(path).some((parent) => covering.has(parent));
  const written = new Map(leavesOf(config).map(({ path, value }) => [path, value]));
  // What only a run of the page tells is marked in the lines.
  const isMarked = (path: string): boolean => Object.hasOwn(config, `${todoPrefix}${path}`);
  return leavesOf(v1).filter(
    ({ path, value }) =>
      path !== "" &&
      !isNoted(path) &&
      !isMarked(path) &&
      !isIn(written, path, value) &&
      !(target === "embed" && isSame(written.get(`config.${path}`), value)),
  );
};

// Where the options of an object or list went; that says nothing of any one of them.
const sayings: ReadonlySet<string> = new Set(
  migrationRules
    .filter(({ path, holds }) => holds !== undefined || path === "timekitFindTime.filters")
    .map(({ text }) => text),
);

// What is copied keeps its path below these.
const copied: readonly (readonly [string, string])[] = [
  ["fullCalendar.", "fullcalendar."],
  ["timekitCreateBooking.customer.", "booking.customer."],
  ["timekitConfig.headers.", "sdk.headers."],
  ["autoload", "autoload"],
  ["debug", "debug"],
];

const isIn = (written: ReadonlyMap<string, unknown>, path: string, value: unknown): boolean => {
  const move = copied.find(([from]) => path.startsWith(from));
  const target = move && `${move[1]}${path.slice(move[0].length)}`;
  return target !== undefined && written.has(target) && isSame(written.get(target), value);
};

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other) || String(one) === String(other);

const above = (path: string): readonly string[] =>
  [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index)).filter((parent) => parent !== "");

const below = (path: string, key: string, isList: boolean): string => {
  if (isList) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
};

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};
