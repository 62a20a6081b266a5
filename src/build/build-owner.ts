import { createHash } from "node:crypto";
import { build } from "vite";
import { createOwnerFile } from "./bundles.ts";
import { readSources } from "./read-sources.ts";

export interface OwnerFile extends PinnedFile {
  /** The paths of the modules that went into it. */
  readonly moduleIds: readonly string[];
}

/**
 * Builds `owner.js`, the owners' tools. It is built before the bundles, since its hash is baked into the loader's:
 * as with the vendor file, tests know it too.
 */
export const buildOwner = async (): Promise<OwnerFile> => {
  const result = await build({
    ...readSources,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: { ...createOwnerFile(), write: false },
  });
  const [output] = [result].flat();
  if (output === undefined || "close" in output)
    throw new Error("the owners' file is built once, not watched");
  const [{ code, fileName, moduleIds }] = output.output;
  const bytes = Buffer.from(code);
  return { fileName, bytes, integrity: toIntegrity(bytes), moduleIds };
};

/** A file that the loader fetches from beside itself, by a hash that is baked in. */
export interface PinnedFile {
  /** Relative to `dist/`, as `vendor/booking-1.24.2.js`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** As `sha384-…`. */
  readonly integrity: string;
}

/** The value of an `integrity` attribute for these bytes, as `sha384-…`. */
export const toIntegrity = (bytes: Uint8Array): string =>
  `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
