import type { Callable } from "../migration.ts";

/** A value of a v1 configuration that has been read once: nothing in it can run, throw or change any more. */
export type Found =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "flag"; readonly value: boolean }
  | { readonly kind: "function"; readonly value: Callable }
  /** What only a run of the page tells: the stand-in for it, and how it is written. */
  | { readonly kind: "code"; readonly value: Callable; readonly source: string }
  /** A `Date`, as ISO 8601 in UTC. */
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "null" }
  | { readonly kind: "undefined" }
  | { readonly kind: "secret" }
  | { readonly kind: "unreadable"; readonly why: string }
  | Branch;

/** An object or a list with what it holds; the key of a list item is its index. */
export interface Branch {
  readonly kind: "object" | "list";
  readonly entries: readonly Entry[];
  /** Whether keys were left out because they hold a secret themselves. */
  readonly hidesKeys: boolean;
}

/** What a branch holds under a key. */
export interface Entry {
  readonly key: string;
  readonly found: Found;
}

/** Whether it holds others. */
export const isBranch = (found: Found): found is Branch => found.kind === "object" || found.kind === "list";

/** Whether the key is one that the reader of a page gives to the options of another object, as in `{ ...shared }`: dots and where it stands. */
export const isSpread = (key: string): boolean => key.startsWith("...");

/** An object without options. */
export const emptyObject: Branch = { kind: "object", entries: [], hidesKeys: false };

/** Names through which an object can change others (prototype pollution); no option of v1 or v2 is called so. */
export const isForbiddenName = (name: string): boolean => forbidden.has(name);

const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
