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

/** Whether v1 took the value for a yes, as JavaScript does: the text "false" is a yes too. */
export const isTruthy = (found: Found | undefined): boolean => {
  if (found === undefined) return false;
  switch (found.kind) {
    case "text":
      return found.value !== "";
    case "number":
      return found.value !== 0;
    case "flag":
      return found.value;
    case "null":
    case "undefined":
    case "unreadable":
    case "code":
      return false;
    case "function":
    case "date":
    case "secret":
    case "object":
    case "list":
      return true;
  }
};
