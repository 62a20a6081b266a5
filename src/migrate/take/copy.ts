import type { MigrationNote, Plain, PlainObject } from "../migration.ts";
import { type Branch, type Found, isForbiddenName } from "../source/found.ts";
import { pathBelow } from "../source/place.ts";
import { refuse, stay, type Take, type Taken, taken } from "./take.ts";

/** Anything at all, as it is; what no configuration can hold is left out with a note of its own. */
export const copy: Take = (found, path) => {
  switch (found.kind) {
    case "text":
    case "number":
    case "flag":
      return taken(found.value);
    case "null":
      return taken(null);
    case "date":
      return taken(found.value, {
        path,
        kind: "reshaped",
        text: "A Date of your page's script: it is written as the moment that it held just now (ISO 8601).",
      });
    case "function":
      return taken(found.value, {
        path,
        kind: "needs-you",
        text: "Your function is carried over. Times of v2 hold “resources” where those of v1 held “users”, and other names besides: check what it reads.",
      });
    case "code":
      return stay(found, path);
    case "object":
      return copyObject(found, path);
    case "list":
      return copyList(found, path);
    case "undefined":
    case "secret":
    case "unreadable":
      return refuse(found, path, "plain data");
  }
};

const copyObject = (branch: Branch, path: string): Taken => {
  const value: PlainObject = {};
  const notes: MigrationNote[] = [];
  for (const { key, found } of branch.entries) {
    const below = pathBelow(path, "object", key);
    if (isForbiddenName(key)) notes.push(forbiddenNameNote(below));
    else {
      const inner = copyInto(found, below, notes);
      if (inner !== undefined) value[key] = inner;
    }
  }
  return { value, notes };
};

const copyList = (branch: Branch, path: string): Taken => {
  const value: Plain[] = [];
  const notes: MigrationNote[] = [];
  for (const { key, found } of branch.entries) {
    // In place of what is left out, so that the others keep their positions.
    value.push(copyInto(found, pathBelow(path, "list", key), notes) ?? null);
  }
  return { value, notes };
};

const copyInto = (found: Found, path: string, notes: MigrationNote[]): Plain | undefined => {
  const inner = copy(found, path);
  notes.push(...inner.notes);
  return inner.value;
};

/** The note on a name that no option may have. */
export const forbiddenNameNote = (path: string): MigrationNote => ({
  path,
  kind: "dropped",
  text: "No option has this name, and it can change other objects of the page, so it is left out.",
});

/** A function, by reference. */
export const callback: Take = (found, path) =>
  found.kind === "function" ? taken(found.value) : refuse(found, path, "a function");
