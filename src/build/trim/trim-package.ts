import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

export interface TrimmedPackage {
  /** The folder that has the files, as `ky/distribution`. */
  readonly folder: string;
  /** The files that have something to leave out. */
  readonly files: readonly string[];
  /** Gives the text of such a file without what the loader cannot reach; throws where it no longer fits. */
  readonly trim: (code: string, file: string) => string;
}

/**
 * Leaves out of the loader what it cannot reach of a package. Fails also when one of the files is not bundled, so
 * that an update of the package is looked at.
 */
export const trimPackage = ({ folder, files, trim }: TrimmedPackage): Plugin => {
  const unused = new Set(files);
  return {
    name: `trim:${folder}`,
    enforce: "pre",
    applyToEnvironment: ({ name }) => name.startsWith("loader"),
    // Here and not in `transform`, so that the source map shows the text that was bundled.
    async load(id) {
      const file = files.find((file) => id.endsWith(`/node_modules/${folder}/${file}`));
      if (file === undefined) return undefined;
      unused.delete(file);
      return trim(await readFile(id, "utf8"), file);
    },
    buildEnd(error) {
      if (!error && unused.size > 0) throw new Error(`${[...unused].join(", ")} of ${folder} is not bundled`);
    },
  };
};
