import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { rootFolder } from "../tools/dist.ts";
import { startServer } from "../tools/start-server.ts";

const read = (path: string): string => readFileSync(join(rootFolder, path), "utf8");
const commandsOf = (workflow: string): readonly string[] =>
  [...workflow.matchAll(/\brun: (.+)/g)].map(([, command = ""]) => command);

describe.each(readdirSync(join(rootFolder, ".github/workflows")))("the workflow %s", (name) => {
  const workflow = read(`.github/workflows/${name}`);

  it("tests as people do", () => {
    expect(commandsOf(workflow)).toContain(".ci/run");
  });

  it("takes each action by its major version", () => {
    const actions = [...workflow.matchAll(/\buses: (.+)/g)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(1);
    expect(actions.filter((action) => !/^actions\/[a-z-]+@v\d+$/.test(action ?? ""))).toEqual([]);
  });

  it("may write nothing to the repository", () => {
    const written = [...workflow.matchAll(/([\w-]+): write/g)].map(([, what]) => what);
    expect(workflow).toContain("\npermissions:\n  contents: read\n");
    expect(written.filter((what) => what !== "id-token")).toEqual([]);
  });
});

it("the version for nvm is the oldest that the package allows", () => {
  expect(`>=${read(".nvmrc").trim()}`).toBe(packageJson.engines.node);
});

it("the rehearsal of a release would publish this version, and npm has nothing to correct", async () => {
  const command = commandsOf(read(".github/workflows/release.yml")).find((run) => run.endsWith("--dry-run"));
  const registry = await startServer(async () => new Response("{}", { status: 404 }));
  onTestFinished(registry.close);
  const { stdout, stderr } = await promisify(execFile)(
    "npm",
    [...(command ?? "").split(" ").slice(1), `--registry=${registry.origin}`],
    { cwd: rootFolder, shell: process.platform === "win32" },
  );

  expect(stdout).toContain(`+ ${packageJson.name}@${packageJson.version}`);
  expect(stderr).toContain("dist/loader.js");
  expect(stderr).not.toContain("corrected");
});
