import { isUuid } from "../../contract/uuid.ts";
import { sourceOf } from "./code.ts";
import { type Branch, type Entry, type Found, isBranch } from "./found.ts";
import type { MigrationNote } from "../migration.ts";
import { pathBelow } from "./place.ts";

interface Secrets {
  /** Whether the text is, or contains, something that signs in at Timekit. */
  readonly isIn: (text: string) => boolean;
  /** Those that are long enough to be looked for elsewhere. */
  readonly values: readonly string[];
}

/** Every credential in the configuration, found by the name of the option that holds it, at any depth. */
export const findSecrets = (source: Found): Secrets => {
  const whole = new Set<string>();
  collect(source, false, whole);
  const parts = [...whole].filter((secret) => secret.length >= shortestPart);
  return {
    values: parts,
    isIn: (text) => serverKey.test(text) || whole.has(text) || parts.some((secret) => text.includes(secret)),
  };
};

/** The same value with every secret taken out: what comes after cannot carry one over. */
export const hideSecrets = (source: Found, secrets: Secrets): Found => {
  switch (source.kind) {
    case "text":
    case "number":
      return secrets.isIn(String(source.value)) ? { kind: "secret" } : source;
    case "object":
    case "list":
      return hideInBranch(source, secrets);
    case "function":
      return secrets.isIn(sourceOf(source.value)) ? { kind: "secret" } : source;
    case "code":
      return secrets.isIn(source.source) || hasCredential(source.source) ? { kind: "secret" } : source;
    case "flag":
    case "date":
    case "null":
    case "undefined":
    case "secret":
    case "unreadable":
      return source;
  }
};

// A shorter one can be part of a word by chance ("hour"), and is no credential of Timekit's, which have 32 characters or more.
const shortestPart = 8;

// Opens a whole company's calendars; belongs on servers alone.
const serverKey = /(?:live|test)_api_key_/;

const secretNames = /(?:tokens?|authorization|password|secret|api[-_]?key|resource[-_]?key|cookie)$/i;

/**
 * Whether code has a text in it that looks like a credential: one word of 20 characters or more with digits among its
 * letters.
 */
export const hasCredential = (code: string): boolean =>
  serverKey.test(code) ||
  [...code.matchAll(/["'`]([\w+/=-]{20,})["'`]/g)].some(
    ([, text = ""]) => /\d/.test(text) && /[a-z]/i.test(text) && !isUuid(text),
  );

const hideInBranch = (branch: Branch, secrets: Secrets): Branch => {
  if (branch.kind === "list") {
    return {
      ...branch,
      entries: branch.entries.map(({ key, found }): Entry => ({ key, found: hideSecrets(found, secrets) })),
    };
  }
  const shown = branch.entries.filter(({ key }) => !secrets.isIn(key));
  const entries = shown.map(({ key, found }): Entry => ({
    key,
    found: secretNames.test(key) ? { kind: "secret" } : hideSecrets(found, secrets),
  }));
  return { ...branch, entries, hidesKeys: shown.length < branch.entries.length };
};

const collect = (found: Found, isSecret: boolean, into: Set<string>): void => {
  if (isBranch(found)) {
    for (const { key, found: child } of found.entries)
      collect(child, isSecret || secretNames.test(key), into);
    return;
  }
  if (!isSecret) return;
  if (found.kind === "text" && found.value !== "") into.add(found.value);
  // Of code that computes one, the texts in it, but for placeholders of a template language.
  if (found.kind === "code")
    for (const [, text = ""] of found.source.matchAll(/["'`]([^"'`<{]{8,})["'`]/g)) into.add(text);
  if (found.kind === "number" && String(found.value).length >= shortestPart) into.add(String(found.value));
};

/** A note on each object in which names of options held a secret, since a note on such an option would repeat it. */
export const noteHiddenKeys = (branch: Branch, path = ""): readonly MigrationNote[] => [
  ...(branch.hidesKeys ? [{ path, kind: "dropped", text: hiddenKey } as const] : []),
  ...branch.entries.flatMap(({ key, found }) =>
    isBranch(found) ? noteHiddenKeys(found, pathBelow(path, branch.kind, key)) : [],
  ),
];

const hiddenKey = "An option in here has a credential in its name. It is never carried over.";
