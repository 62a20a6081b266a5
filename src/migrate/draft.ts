import type { Callable, Migration, MigrationNote, NoteKind, Plain, PlainObject } from "./migration.ts";

/** The v2 configuration while it is being written. */
export interface Draft {
  /** Writes a value where nothing stands yet: what comes first wins. */
  readonly write: (steps: readonly string[], value: Plain) => void;
  readonly note: (...notes: readonly MigrationNote[]) => void;
  /** Whether a value stands at the dotted v2 path. */
  readonly has: (path: string) => boolean;
  /** Whether this very object or function stands anywhere. */
  readonly holds: (value: Callable) => boolean;
  readonly finish: () => Migration;
}

/** An empty draft. */
export const createDraft = (): Draft => {
  const config: PlainObject = {};
  const notes: MigrationNote[] = [];
  return {
    write: (steps, value) => writeAt(config, steps, value),
    note: (...more) => void notes.push(...more),
    has: (path) => hasAt(config, path.split(".")),
    holds: (value) => isIn(config, value),
    finish: () => ({ config, notes: arrange(notes) }),
  };
};

const writeAt = (target: PlainObject, [key, ...rest]: readonly string[], value: Plain): void => {
  if (key === undefined) return;
  const present = Object.hasOwn(target, key) ? target[key] : undefined;
  if (rest.length > 0) {
    // Code of the page that stands there is not written over.
    if (typeof present === "function") return;
    const child = isObject(present) ? present : {};
    target[key] = child;
    writeAt(child, rest, value);
  } else if (present === undefined) {
    target[key] = value;
  } else if (isObject(present) && isObject(value)) {
    for (const [name, inner] of Object.entries(value)) writeAt(present, [name], inner);
  }
};

const hasAt = (target: PlainObject, [key, ...rest]: readonly string[]): boolean => {
  if (key === undefined) return true;
  if (!Object.hasOwn(target, key)) return false;
  const child = target[key];
  return rest.length === 0 || (isObject(child) && hasAt(child, rest));
};

const isIn = (holder: Plain, value: Callable): boolean =>
  holder === value ||
  (typeof holder === "object" &&
    holder !== null &&
    Object.values(holder).some((inner) => isIn(inner, value)));

const isObject = (value: Plain | undefined): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const order: readonly NoteKind[] = ["needs-you", "reshaped", "dropped", "renamed"];

/** Notes once each, what needs the owner first. */
export const arrange = (notes: readonly MigrationNote[]): readonly MigrationNote[] => {
  const once = new Map(notes.map((note) => [JSON.stringify([note.path, note.kind, note.text]), note]));
  return [...once.values()].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
};
