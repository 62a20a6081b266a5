import { execFileSync, spawnSync } from "node:child_process";
import { homedir } from "node:os";
import { describe, expect, it } from "vitest";
import { rootFolder } from "../tools/dist.ts";
import { runNpm } from "../tools/run-npm.ts";

const options = { cwd: rootFolder, encoding: "utf8", maxBuffer: 2 ** 28 } as const;

const git = (...command: readonly string[]): string => execFileSync("git", command, options);

const toLines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

// Put together here, so that this file does not contain what it looks for.
const words: readonly string[] = [
  ["registry", "npmjs", "org"].join("."),
  new URL(runNpm(rootFolder, "config", "get", "registry").trim()).host,
  ...["work", "root"].map((name) => `/${name}/`),
  rootFolder,
  `${homedir()}/`,
].filter((word, index, all) => word.length > 2 && all.indexOf(word) === index);

// Exits with 1 where nothing is found.
const findInFiles = (word: string): readonly string[] => {
  const { status, stdout, stderr } = spawnSync("git", ["grep", "--cached", "-lF", "-e", word], options);
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return toLines(stdout);
};

const findInHistory = (word: string): readonly string[] => [
  ...toLines(git("log", "--all", "--oneline", "-S", word)),
  ...toLines(git("log", "--all", "--oneline", "--fixed-strings", `--grep=${word}`)),
];

describe.each(words)("the repository never says %s", (word) => {
  it("in a file that is tracked", () => {
    expect(findInFiles(word)).toEqual([]);
  });

  it("in what was ever committed, or in the words of a commit", () => {
    expect(findInHistory(word)).toEqual([]);
  });
});

it("the search finds what is there", () => {
  expect(findInFiles("timekit-embed")).toContain("package.json");
  expect(findInHistory("timekit-embed").length).toBeGreaterThan(0);
});

it("the lock file records no address that a package came from", () => {
  const lock: { packages: Record<string, object> } = JSON.parse(git("show", ":package-lock.json"));
  const located = Object.entries(lock.packages).filter(([, entry]) => "resolved" in entry);

  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(located).toEqual([]);
});

it("the lock file has a hash for every package, those of other platforms included", () => {
  const lock: { packages: Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }> } =
    JSON.parse(git("show", ":package-lock.json"));
  const unchecked = Object.entries(lock.packages).filter(
    ([path, { integrity, link, inBundle }]) =>
      path.includes("node_modules/") && !link && !inBundle && !integrity?.startsWith("sha512-"),
  );

  expect(unchecked.map(([path]) => path)).toEqual([]);
});
