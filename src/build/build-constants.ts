import { readFileSync } from "node:fs";
import type { PinnedFile } from "./build-owner.ts";

interface PinnedFiles {
  readonly vendor: PinnedFile;
  readonly owner: PinnedFile;
}

/** What `src/loader/build-constants.d.ts` declares, as expressions for Vite's `define`. */
export const toBuildConstants = (
  { vendor, owner }: PinnedFiles,
  environment: NodeJS.ProcessEnv,
): Record<string, string> => ({
  __VERSION__: JSON.stringify(readVersion(new URL("../../package.json", import.meta.url))),
  __VENDOR_FILE__: JSON.stringify(vendor.fileName),
  __VENDOR_INTEGRITY__: JSON.stringify(vendor.integrity),
  __OWNER_FILE__: JSON.stringify(owner.fileName),
  __OWNER_INTEGRITY__: JSON.stringify(owner.integrity),
  __BROKER_URL__: JSON.stringify(environment["VITE_BROKER_URL"] ?? ""),
});

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
