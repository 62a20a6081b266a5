import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootFolder } from "../tools/dist.ts";
import { runNpm } from "../tools/npm.ts";

// The newest of each line that is maintained, and of 20 the oldest whose own parser refuses malformed headers; npm has them.
const versions = ["20.19.2", "22.23.3", "24.21.0"];

const files = [
  "test/contract",
  "test/runtime/bad-input",
  "test/runtime/check.test.ts",
  "test/runtime/faults",
  "test/runtime/in-process.test.ts",
  "test/runtime/leaks",
  "test/runtime/node.test.ts",
  "test/runtime/node-process.test.ts",
  "test/runtime/stop.test.ts",
  "test/runtime/upstream-bodies.test.ts",
];

describe("on other versions of Node", () => {
  const folder = mkdtempSync(join(tmpdir(), "nodes-"));
  const findProgram = (version: string): string =>
    join(folder, "node_modules", `node-${version}`, "bin/node");

  beforeAll(() => {
    writeFileSync(join(folder, "package.json"), '{ "name": "nodes", "private": true }');
    const published = `node-${process.platform}-${process.arch}`;
    const wanted = versions.map((version) => `node-${version}@npm:${published}@${version}`);
    runNpm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", ...wanted);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(versions)("%s, the broker's suites pass", async (version) => {
    const program = findProgram(version);
    expect(execFileSync(program, ["--version"], { encoding: "utf8" }).trim()).toBe(`v${version}`);
    const { exitCode, report } = await runSuites(program);
    expect(report.testResults.flatMap(listFailures)).toEqual([]);
    expect(exitCode).toBe(0);
    expect(report.numPassedTests).toBeGreaterThan(500);
  });
});

interface Suite {
  readonly name: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly Suite[];
}

const runSuites = async (program: string): Promise<{ exitCode: number | null; report: Report }> => {
  const child = spawn(
    program,
    [
      join(rootFolder, "node_modules/vitest/vitest.mjs"),
      "run",
      "--project=runtime",
      "--project=contract",
      "--reporter=json",
      // Their deadlines are short, and beside other tests a machine may be late once.
      "--retry=2",
      ...files,
    ],
    // Without what the vitest around it has put into the environment.
    { cwd: rootFolder, env: { PATH: process.env["PATH"], HOME: process.env["HOME"] } },
  );
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.resume();
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { exitCode, report: JSON.parse(stdout.slice(stdout.indexOf('{"num'))) };
};

const listFailures = ({ name, message, assertionResults }: Suite): readonly string[] => [
  ...(message === "" ? [] : [`${name}: ${message}`]),
  ...assertionResults
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages.join("\n")}`),
];
