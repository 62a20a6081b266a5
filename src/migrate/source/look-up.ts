import { type Found, isBranch, isSpread } from "./found.ts";

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

/** Whether only a run of the page tells what stands at a path, or if anything does. */
export const isUnknown = (source: Found, path: string): boolean => {
  const [key = "", ...rest] = path.split(".");
  if (!isBranch(source)) return source.kind === "code";
  const inner = source.entries.find((entry) => entry.key === key)?.found;
  if (inner === undefined) return source.entries.some((entry) => isSpread(entry.key));
  return rest.length === 0 ? inner.kind === "code" : isUnknown(inner, rest.join("."));
};
