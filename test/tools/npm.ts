import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "./dist.ts";

/** Runs npm in a folder and returns what it prints; throws what it complains of. */
export const runNpm = (folder: string, ...words: readonly string[]): string =>
  execFileSync("npm", words, {
    cwd: folder,
    encoding: "utf8",
    // On Windows npm is a batch file.
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Packs the built package into the folder, as `package.tgz`, and returns the paths of what is in it; another source is a copy of it. */
export const packPackage = (folder: string, source = rootFolder): readonly string[] => {
  const report = runNpm(source, "pack", "--json", "--ignore-scripts", "--pack-destination", folder);
  const [{ filename, files }]: [{ filename: string; files: { path: string }[] }] = JSON.parse(report);
  renameSync(join(folder, filename), join(folder, "package.tgz"));
  return files.map(({ path }) => path);
};
