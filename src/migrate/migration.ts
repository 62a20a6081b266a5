/** What became of an option: other name, other shape, no successor, or a decision that only the site's owner can take. */
export type NoteKind = "renamed" | "reshaped" | "dropped" | "needs-you";

/** What became of one option. */
export interface MigrationNote {
  /** The v1 option, dotted from the root, list items as `[0]`; it covers what lies below it. Empty: the whole input. */
  readonly path: string;
  readonly kind: NoteKind;
  /** Plain English for the site's owner; never a value from the configuration. */
  readonly text: string;
}

/** What is known beside the configuration; null and undefined are both "not known". */
export interface MigrationFacts {
  /** UUID of the resource that the page books. */
  readonly resourceId?: string | null | undefined;
  /** UUID of the v2 project, once there is one. */
  readonly projectId?: string | null | undefined;
  /** The App Widget Key, `live_widget_key_…` or `test_widget_key_…`. */
  readonly appKey?: string | null | undefined;
  /** Where the page asks for its token, with our own tag. */
  readonly brokerUrl?: string | null | undefined;
  /** Where the way leads: our own tag around v1, Booking.js v2 or v3. Default `v2`. */
  readonly target?: MigrationTarget | null | undefined;
}

/** Where the way leads. */
export type MigrationTarget = "embed" | "v2" | "v3";

/** The answer of `migrateConfig`. */
export interface Migration {
  /** Options of the target, of our own tag as `mount()` takes them: fresh plain data, with functions by reference. */
  readonly config: PlainObject;
  /** What needs the owner comes first, mere renames last. */
  readonly notes: readonly MigrationNote[];
}

/** Any function; it is never called. */
export type Callable = (...values: never[]) => unknown;

/** What a configuration is made of. */
export type Plain = string | number | boolean | null | Callable | Plain[] | PlainObject;

/** Options by name. */
export interface PlainObject {
  [key: string]: Plain;
}
