import { migrateConfig, type MigrationFacts, type NoteKind, type Plain } from "../../../src/migrate/index.ts";

/** What a case expects of a migration; only what it names is looked at. */
export interface Row {
  /** A sentence about behaviour. */
  readonly says: string;
  readonly v1: unknown;
  readonly facts?: MigrationFacts;
  /** Is part of the v2 configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Dotted v2 paths at which nothing stands. */
  readonly lacks?: readonly string[];
  /** The kinds of all notes on each of these v1 paths, in any order. */
  readonly notes?: Readonly<Record<string, NoteKind | readonly NoteKind[]>>;
}

interface Comparable {
  readonly config: object;
  readonly present: readonly string[];
  readonly notes: Readonly<Record<string, readonly string[]>>;
}

/** What the migration of a row's configuration gives, in the form of `expectedOf`. */
export const seenIn = ({ v1, facts, lacks, notes }: Row): Comparable => {
  const migration = migrateConfig(v1, facts);
  const kindsAt = (at: string): readonly string[] =>
    migration.notes.flatMap(({ path, kind }) => (path === at ? [kind] : [])).sort();
  return {
    config: migration.config,
    present: (lacks ?? []).filter((path) => valueAt(migration.config, path) !== undefined),
    notes: Object.fromEntries(Object.keys(notes ?? {}).map((path) => [path, kindsAt(path)])),
  };
};

/** What a row expects, to be matched by what is seen. */
export const expectedOf = ({ config, notes }: Row): Comparable => ({
  config: config ?? {},
  present: [],
  notes: Object.fromEntries(
    Object.entries(notes ?? {}).map(([path, kinds]) => [path, [kinds].flat().sort()]),
  ),
});

/** What stands at a dotted path of a v2 configuration. */
export const valueAt = (config: Plain, path: string): Plain | undefined =>
  path
    .split(".")
    .reduce<Plain | undefined>(
      (holder, key) =>
        typeof holder === "object" && holder !== null && !Array.isArray(holder) ? holder[key] : undefined,
      config,
    );
