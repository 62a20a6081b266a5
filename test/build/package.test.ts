import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listDist, ownerFile, rootFolder, vendorFile } from "../tools/dist.ts";
import { packPackage, runNpm } from "../tools/npm.ts";

const folder = mkdtempSync(join(tmpdir(), "consumer-"));
let packed: readonly string[];

beforeAll(() => {
  packed = packPackage(folder);
  cpSync(join(rootFolder, "test/build/consumer"), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true }');
  runNpm(folder, "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "./package.tgz");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the package", () => {
  it("contains what was built, and beside it only what tells people about it", () => {
    const built = listDist().map((name) => `dist/${name}`);
    expect(built.filter((path) => !packed.includes(path))).toEqual([]);
    expect(packed.filter((path) => !built.includes(path)).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "package.json",
      "src/broker/README.md",
      "src/loader/README.md",
    ]);
  });

  it("was built as its contract says", () => {
    expect(listDist().filter((name) => !name.startsWith("types/"))).toEqual(contract);
  });

  it("needs no other package", () => {
    expect(runNpm(folder, "ls", "--all", "--parseable").trim().split("\n")).toHaveLength(2);
  });
});

describe("installed in an empty folder", () => {
  it.each(["imports.mjs", "requires.cjs"])(
    "gives all its exports to %s and does nothing without a document",
    (file) => {
      const { version } = JSON.parse(readFileSync(join(rootFolder, "package.json"), "utf8"));
      const { stdout, stderr } = runNode("--no-warnings", file);
      expect(stderr).toBe("");
      expect(JSON.parse(stdout)).toEqual({
        version: [version, version, version],
        embeds: [],
        kinds: ["function", "function", "function", "function", "function"],
        hashed: ["loader.js", vendorFile, ownerFile],
      });
    },
  );

  it.each([
    ["node16", "node16"],
    ["nodenext", "nodenext"],
    ["preserve", "bundler"],
  ])("has types that compile with module %s and moduleResolution %s", (module, moduleResolution) => {
    const compiler = join(rootFolder, "node_modules/typescript/bin/tsc");
    const { stdout, status } = runNode(compiler, "--module", module, "--moduleResolution", moduleResolution);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("names its types for old resolutions, too, which know no exports", () => {
    const { exports, typesVersions } = JSON.parse(readFileSync(join(rootFolder, "package.json"), "utf8"));
    const typed = Object.entries<{ types?: string }>(exports)
      .filter(([name, { types }]) => name !== "." && types !== undefined)
      .map(([name, { types }]) => [name.slice("./".length), [types]]);
    expect(typed.length).toBeGreaterThan(3);
    expect(typesVersions).toEqual({ "*": Object.fromEntries(typed) });
  });

  it("brings timekit-broker, which says what setting it lacks", () => {
    const { status, stdout, stderr } = runNode("node_modules/timekit-embed/dist/broker/node.js");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/TIMEKIT_API_KEY/);
    expect(
      runNpm(folder, "exec", "--offline", "--call", "which timekit-broker || where timekit-broker"),
    ).toContain("timekit-broker");
  });

  it("brings timekit-embed, which reads a site and makes a tag with the hashes of its own files", () => {
    const { stdout, status } = runNode("node_modules/timekit-embed/dist/cli.js", "migrate", "--json", ".");
    expect({ status, stdout }).toEqual({ status: 0, stdout: '{\n  "files": []\n}\n' });
    const tag = runNpm(
      folder,
      "exec",
      "--offline",
      "--no",
      "--",
      "timekit-embed",
      "tag",
      "--json",
      "--resource-id",
      "2939c4fa-f06f-4496-8a20-03f57afcdfe6",
    );
    const { "loader.js": hash } = JSON.parse(readFileSync(join(rootFolder, "dist/integrity.json"), "utf8"));
    expect(JSON.parse(tag).tag).toContain(`integrity="${hash}"`);
  });
});

const runNode = (...words: readonly string[]) =>
  spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });

const contract = [
  "THIRD-PARTY-LICENSES.txt",
  "broker/handler.d.ts",
  "broker/handler.js",
  "broker/index.d.ts",
  "broker/index.js",
  "broker/node.js",
  "broker/redis.js",
  "broker/shared.js",
  "broker/worker.d.ts",
  "broker/worker.js",
  "cli.js",
  "integrity.d.cts",
  "integrity.json",
  "loader.cjs",
  "loader.d.cts",
  "loader.d.ts",
  "loader.js",
  "loader.js.map",
  "loader.mjs",
  "migrate.d.ts",
  "migrate.js",
  ownerFile,
  "react.d.ts",
  "react.js",
  "sbom.cdx.json",
  "vendor/LICENSES.txt",
  vendorFile,
];
