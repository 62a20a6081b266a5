import type { MigrationNote } from "../migration.ts";
import { type Branch, isBranch } from "./found.ts";
import { pathBelow } from "./place.ts";

/** A note on each object in which names of options held a secret, since a note on such an option would repeat it. */
export const noteHiddenKeys = (branch: Branch, path = ""): readonly MigrationNote[] => [
  ...(branch.hidesKeys ? [{ path, kind: "dropped", text: hiddenKey } as const] : []),
  ...branch.entries.flatMap(({ key, found }) =>
    isBranch(found) ? noteHiddenKeys(found, pathBelow(path, branch.kind, key)) : [],
  ),
];

const hiddenKey = "An option in here has a credential in its name. It is never carried over.";
