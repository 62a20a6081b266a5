import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rootFolder } from "../tools/dist.ts";

const refused: readonly (readonly [file: string, specifier: string])[] = [
  ["src/contract/a.ts", "../loader/errors.ts"],
  ["src/contract/b.ts", "node:crypto"],
  ["src/migrate/a.ts", "../loader/errors.ts"],
  ["src/migrate/b.ts", "preact"],
  ["src/broker/a.ts", "../loader/errors.ts"],
  ["src/broker/b.ts", "../migrate/index.ts"],
  ["src/broker/timekit/a.ts", "../../loader/errors.ts"],
  ["src/broker/c.ts", "../../demo/timekit/world.ts"],
  ["src/broker/d.ts", "../../test/tools/dist.ts"],
  ["src/loader/a.ts", "../broker/limits.ts"],
  ["src/loader/b.ts", "../../demo/timekit/world.ts"],
  ["src/loader/c.ts", "../../test/tools/dist.ts"],
  ["src/loader/d.ts", "../build/integrity.ts"],
  ["src/loader/config/a.ts", "../token/judge-grant.ts"],
  ["src/loader/token/a.ts", "../scripts/load-script.ts"],
  ["src/loader/scripts/a.ts", "../booking/start-booking.ts"],
  ["src/loader/booking/a.ts", "../parts/status.tsx"],
  ["src/loader/parts/a.tsx", "../config/options.ts"],
  ["src/loader/parts/deep/a.ts", "../../token/judge-grant.ts"],
  ["src/loader/config/b.ts", "../loader.ts"],
  ["src/loader/token/b.ts", "../../broker/limits.ts"],
  ["src/loader/e.ts", "../owner/open-guide.tsx"],
  ["src/loader/parts/b.tsx", "../../owner/guide.tsx"],
  ["src/migrate/c.ts", "../owner/guide.tsx"],
  ["src/migrate/d.ts", "acorn"],
  ["src/migrate/snippet/a.ts", "node:fs"],
  ["src/migrate/snippet/b.ts", "preact"],
  ["src/migrate/snippet/c.ts", "../../loader/errors.ts"],
  ["src/cli/a.ts", "../loader/errors.ts"],
  ["src/cli/b.ts", "../broker/limits.ts"],
  ["src/cli/c.ts", "../../demo/timekit/world.ts"],
  ["src/migrate/e.ts", "../cli/run.ts"],
  ["src/owner/a.ts", "../broker/limits.ts"],
  ["src/owner/b.ts", "../loader/loader.ts"],
  ["src/owner/c.ts", "../build/integrity.ts"],
  ["src/build/a.ts", "../loader/errors.ts"],
  ["demo/a.ts", "../test/tools/dist.ts"],
];

const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ["src/contract/ok.ts", "./grant.ts"],
  ["src/migrate/ok.ts", "../contract/uuid.ts"],
  ["src/migrate/snippet/ok.ts", "acorn"],
  ["src/migrate/snippet/fine.ts", "parse5"],
  ["src/migrate/snippet/good.ts", "../source/code.ts"],
  ["src/broker/ok.ts", "../contract/grant.ts"],
  ["src/broker/timekit/ok.ts", "../../contract/grant.ts"],
  ["src/loader/ok.ts", "./token/judge-grant.ts"],
  ["src/loader/config/ok.ts", "../errors.ts"],
  ["src/loader/token/ok.ts", "../../contract/grant.ts"],
  ["src/loader/parts/deep/ok.ts", "../status.tsx"],
  ["src/loader/parts/ok.tsx", "preact"],
  ["src/cli/ok.ts", "../migrate/index.ts"],
  ["src/owner/ok.ts", "../migrate/index.ts"],
  ["src/owner/fine.ts", "../loader/owner-tools.ts"],
  ["demo/ok.ts", "../src/broker/index.ts"],
  ["test/ok.ts", "../demo/timekit/world.ts"],
];

// The rules look at the path of a file and the text of its imports, so that an empty house will do.
describe("lint keeps the house", () => {
  let complaints: ReadonlyMap<string, readonly string[]>;
  const folder = mkdtempSync(join(tmpdir(), "house-"));
  beforeAll(() => {
    for (const name of [".oxlintrc.json", "tsconfig.json"])
      cpSync(join(rootFolder, name), join(folder, name));
    symlinkSync(join(rootFolder, "node_modules"), join(folder, "node_modules"), "junction");
    for (const [file, specifier] of [...refused, ...allowed]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(
        join(folder, file),
        `import type { Thing } from "${specifier}";\nexport type Other = Thing;\n`,
      );
    }
    complaints = lint(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(refused)("%s may not import %s", (file) => {
    expect(complaints.get(file)).toContain("eslint(no-restricted-imports)");
  });

  it.each(allowed)("%s may import %s", (file) => {
    expect(complaints.get(file) ?? []).not.toContain("eslint(no-restricted-imports)");
  });
});

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

/** The codes of what oxlint finds in a folder, by file. */
const lint = (folder: string): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  const { diagnostics }: Report = JSON.parse(runLint(folder));
  for (const { code, filename } of diagnostics)
    found.set(filename.replaceAll("\\", "/"), [...(found.get(filename) ?? []), code]);
  return found;
};

const runLint = (folder: string): string => {
  const command = [join(rootFolder, "node_modules/oxlint/bin/oxlint"), "--format=json"];
  try {
    return execFileSync(process.execPath, command, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 24 });
  } catch (error) {
    // Oxlint reports what it found and exits with 1.
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string") return error.stdout;
    throw error;
  }
};
