import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { usage } from "../../src/broker/node/parse-command.ts";
import { rootFolder } from "../tools/dist.ts";

// The names of the bins are free in the public registry; with `--no`, npx runs only what is installed.
const fetching = /\bnpx\s+(?!--no\s)[^\n`|]*\btimekit-/;

const findTracked = (): readonly string[] =>
  execFileSync("git", ["ls-files", "-z"], { cwd: rootFolder, encoding: "utf8" })
    .split("\0")
    .filter((path) => /\.(?:md|html|tsx?|js|mjs|jsonc?|env|service|css)$|Dockerfile$/.test(path))
    .filter((path) => !path.startsWith("test/") && path !== "package-lock.json");

const readTracked = (path: string): string => readFileSync(join(rootFolder, path), "utf8");

// Without `--` before it, npx takes an option for one of its own and leaves it out.
const swallowing = /\bnpx\s+(?:(?!\s--\s)[^\n`|])*\btimekit-\w+\s+-(?!-\s)/;

it("npx leaves out what has no -- before it", () => {
  expect("npx --no timekit-broker --check").toMatch(swallowing);
  expect("npx --no timekit-broker -- --check").not.toMatch(swallowing);
  expect(findTracked().filter((path) => swallowing.test(readTracked(path)))).toEqual([]);
});

it.each([
  "npx timekit-broker",
  "KEY=1 npx timekit-broker --check",
  "npx -y timekit-broker",
  "npx --yes timekit-embed tag",
])("%s would fetch a stranger's package", (line) => {
  expect(line).toMatch(fetching);
});

it("no file says npx without --no before a bin of ours", () => {
  const paths = findTracked();
  expect(paths).toContain("README.md");
  expect(paths.filter((path) => fetching.test(readTracked(path)))).toEqual([]);
});

it("README and the program's own help say how, and why", () => {
  for (const text of [readTracked("README.md"), usage]) {
    expect(text).toContain("npx --no timekit-broker");
    expect(text).toMatch(/where the package is not installed,\s(?:`npx`|npx)\s(?:would fetch|fetches)/);
  }
});
