import type { MigrationNote, Plain } from "../migration.ts";
import type { Found } from "../source/found.ts";

/** How the value of an option is taken over; `path` is the v1 path that notes name. */
export type Take = (found: Found, path: string) => Taken;

/** What came of it. */
export interface Taken {
  /** What goes into the v2 configuration; absent when nothing does, and then a note says why. */
  readonly value?: Plain;
  readonly notes: readonly MigrationNote[];
}

/** A value that is taken over, with what is to be said of it. */
export const taken = (value: Plain, ...notes: readonly MigrationNote[]): Taken => ({ value, notes });

/** Code of the page stays as it is written, in its new place. */
export const stay = ({ value }: Extract<Found, { kind: "code" }>, path: string): Taken =>
  taken(value, {
    path,
    kind: "needs-you",
    text: "Your page computes it when it runs. It stays as you wrote it: check that it gives what is expected here.",
  });

/** Nothing is taken over; `expected` finishes the sentence "v1 expects …". */
export const refuse = (found: Found, path: string, expected: string): Taken => ({
  notes: [explain(found, path, expected)],
});

const explain = (found: Found, path: string, expected: string): MigrationNote => {
  switch (found.kind) {
    case "undefined":
      return { path, kind: "dropped", text: "It has no value, so there is nothing to carry over." };
    case "secret":
      return {
        path,
        kind: "dropped",
        text: "It holds a credential, and none is ever carried over. Remove it from your pages: v2 signs in with the App Widget Key alone.",
      };
    case "unreadable":
      return {
        path,
        kind: "needs-you",
        text: `It cannot be carried over: ${found.why}. If v2 needs it, write it by hand as text, numbers, lists and plain objects.`,
      };
    case "code":
      return {
        path,
        kind: "needs-you",
        text: "Your page computes it when it runs, so it could not be turned into v2's form. Where the lines say TODO, write it by hand.",
      };
    case "text":
    case "number":
    case "flag":
    case "function":
    case "date":
    case "null":
    case "object":
    case "list":
      return {
        path,
        kind: "dropped",
        text: `v1 expects ${expected} here and could make no use of what stands there, so it is left out.`,
      };
  }
};
