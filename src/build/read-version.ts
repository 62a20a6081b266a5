import { readFileSync } from "node:fs";

/** The `version` of a `package.json`, given its path. */
export const readVersion = (path: string | URL): string => {
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (
    typeof parsed === "object" &&
    parsed !== null &&
    "version" in parsed &&
    typeof parsed.version === "string"
  )
    return parsed.version;
  throw new Error(`${String(path)} states no version`);
};
