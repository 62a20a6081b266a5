import { build } from "vite";
import { createOwnerFile } from "./bundles.ts";
import { toIntegrity } from "./integrity.ts";
import type { PinnedFile } from "./pinned-file.ts";
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
