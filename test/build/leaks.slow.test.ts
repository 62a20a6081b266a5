import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { secrets } from "../runtime/timekit-bodies.ts";
import { rootFolder } from "../tools/dist.ts";
import { packPackage } from "../tools/npm.ts";
import { findPackedLeaks } from "./find-packed-leaks.ts";

const sources = [
  "src",
  "package.json",
  "tsconfig.json",
  "vite.config.ts",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
];

describe("a build on a machine whose environment holds every secret", () => {
  const folder = mkdtempSync(join(tmpdir(), "build-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const build = (variables: Readonly<Record<string, string>>): readonly string[] => {
    execFileSync(process.execPath, [join(folder, "node_modules/vite/bin/vite.js"), "build"], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: "production", ...variables },
      stdio: "pipe",
    });
    packPackage(folder, folder);
    return findPackedLeaks(folder);
  };

  it("puts none of them into the package, and one that it is told to put there is found", () => {
    for (const name of sources) cpSync(join(rootFolder, name), join(folder, name), { recursive: true });
    symlinkSync(join(rootFolder, "node_modules"), join(folder, "node_modules"), "junction");
    const held = {
      TIMEKIT_API_KEY: secrets.apiKey,
      TIMEKIT_API_KEY_NEXT: secrets.nextApiKey,
      METRICS_TOKEN: secrets.serverToken,
      VITE_TIMEKIT_API_KEY: secrets.resourceToken,
      VITE_SECRET: secrets.resourceApiToken,
    };
    expect(build(held)).toEqual([]);
    const told = { VITE_BROKER_URL: `https://broker.example/client-token/${secrets.serverToken}` };
    expect(build(told)).toEqual(["serverToken"]);
  });
});
