import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";

/** Why a file must not be written: its present content could not be had back. Undefined where it could. */
export const findRisk = async (path: string): Promise<string | undefined> => {
  // A link inside of a repository may lead out of it.
  const real = await realpath(path);
  const git = (...words: readonly string[]) => runGit(dirname(real), [...words, "--", basename(real)]);
  if ((await git("ls-files", "--error-unmatch")) === undefined)
    return "It is not in a Git repository, so what it holds now could not be had back. Commit it, or use --force.";
  const status = await git("status", "--porcelain");
  return status === "" ? undefined : "It has changes that are not committed. Commit them, or use --force.";
};

// What Git says; undefined where it fails, or is not there.
const runGit = (folder: string, words: readonly string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile("git", [...words], { cwd: folder, encoding: "utf8" }, (error, stdout) =>
      resolve(error ? undefined : stdout.trim()),
    );
  });
