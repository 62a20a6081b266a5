import { renameSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "./dist.ts";
import { runNpm } from "./run-npm.ts";

/** Packs the built package into the folder, as `package.tgz`, and returns the paths of what is in it; another source is a copy of it. */
export const packPackage = (folder: string, source = rootFolder): readonly string[] => {
  const report = runNpm(source, "pack", "--json", "--ignore-scripts", "--pack-destination", folder);
  const [{ filename, files }]: [{ filename: string; files: { path: string }[] }] = JSON.parse(report);
  renameSync(join(folder, filename), join(folder, "package.tgz"));
  return files.map(({ path }) => path);
};
