import { execFileSync } from "node:child_process";

/** Runs npm in a folder and returns what it prints; throws what it complains of. */
export const runNpm = (folder: string, ...words: readonly string[]): string =>
  execFileSync("npm", words, {
    cwd: folder,
    encoding: "utf8",
    // On Windows npm is a batch file.
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
