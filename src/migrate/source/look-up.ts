import { type Found, isBranch } from "./found.ts";

/** What stands at a dotted path of object keys; undefined where nothing does. */
export const lookUp = (source: Found, path: string): Found | undefined =>
  path
    .split(".")
    .reduce<Found | undefined>(
      (found, key) =>
        found && isBranch(found) ? found.entries.find((entry) => entry.key === key)?.found : undefined,
      source,
    );

/** The text at a path; undefined where there is none or an empty one. */
export const lookUpText = (source: Found, path: string): string | undefined => {
  const found = lookUp(source, path);
  return found?.kind === "text" && found.value !== "" ? found.value : undefined;
};
