import type { MigrationNote } from "../migration.ts";
import type { Found } from "../source/found.ts";
import { refuse, type Take, type Taken, taken } from "./take.ts";

/** A text; numbers, true and false become the word that v1 showed for them, and null nothing. */
export const text: Take = (found, path) => {
  switch (found.kind) {
    case "text":
      return taken(found.value);
    case "number":
    case "flag":
      return taken(
        String(found.value),
        remark(path, "No text, but v1 showed it as one, so it is written so."),
      );
    case "null":
      return taken("", remark(path, "v1 showed nothing here, so an empty text is written."));
    case "function":
    case "code":
    case "date":
    case "undefined":
    case "secret":
    case "unreadable":
    case "object":
    case "list":
      return refuse(found, path, "a text");
  }
};

/** A text where v1 went without one for false, too. */
export const textOrNothing: Take = (found, path): Taken =>
  text(isFalse(found) ? { kind: "null" } : found, path);

const isFalse = (found: Found): boolean => found.kind === "flag" && !found.value;

const remark = (path: string, text: string): MigrationNote => ({ path, kind: "reshaped", text });

/** The value of an HTTP header. */
export const header: Take = (found, path) => {
  if (found.kind === "text") return taken(found.value);
  if (found.kind === "number" || found.kind === "flag") return taken(String(found.value));
  return refuse(found, path, "a text");
};

/** What a field holds when the form opens: a text, or false for nothing. */
export const prefill: Take = (found, path) => {
  if (found.kind === "null" || (found.kind === "flag" && !found.value)) return taken(false);
  return text(found, path);
};
