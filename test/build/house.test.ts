import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rootFolder } from "../tools/dist.ts";

const refused: readonly (readonly [file: string, specifier: string])[] = [
  ["src/contract/a.ts", "../loader/errors.ts"],
  ["src/contract/b.ts", "node:crypto"],
  ["src/contract/c.ts", "preact"],
  ["src/migrate/a.ts", "../loader/errors.ts"],
  ["src/migrate/b.ts", "preact"],
  ["src/migrate/c.ts", "../owner/write-snippet.ts"],
  ["src/migrate/source/a.ts", "../rules/rule.ts"],
  ["src/broker/a.ts", "../loader/errors.ts"],
  ["src/broker/b.ts", "../migrate/index.ts"],
  ["src/broker/c.ts", "../../demo/timekit/world.ts"],
  ["src/broker/d.ts", "../../test/tools/dist.ts"],
  ["src/broker/timekit/a.ts", "../../loader/errors.ts"],
  ["src/broker/timekit/b.ts", "../store/store.ts"],
  ["src/broker/timekit/c.ts", "node:http"],
  ["src/broker/limits/a.ts", "../store/store.ts"],
  ["src/broker/store/a.ts", "../cache/decide-use.ts"],
  ["src/broker/settings/a.ts", "../limits/rate-limit.ts"],
  ["src/loader/a.ts", "../broker/log.ts"],
  ["src/loader/b.ts", "../../demo/timekit/world.ts"],
  ["src/loader/c.ts", "../../test/tools/dist.ts"],
  ["src/loader/d.ts", "../build/build-owner.ts"],
  ["src/loader/e.ts", "../owner/open-guide.tsx"],
  ["src/loader/options/a.ts", "../token/validate-grant.ts"],
  ["src/loader/options/b.ts", "../loader.ts"],
  ["src/loader/discovery/a.ts", "../options/sources.ts"],
  ["src/loader/token/a.ts", "../scripts/load-script.ts"],
  ["src/loader/token/b.ts", "../../broker/log.ts"],
  ["src/loader/token/c.ts", "../services.ts"],
  ["src/loader/scripts/a.ts", "../booking/start-booking.ts"],
  ["src/loader/booking/a.ts", "../ui/status.tsx"],
  ["src/loader/booking/b.ts", "preact"],
  ["src/loader/ui/a.tsx", "../options/options.ts"],
  ["src/loader/ui/b.tsx", "../../owner/guide.tsx"],
  ["src/loader/embed/a.ts", "../booking/start-booking.ts"],
  ["src/loader/embed/b.ts", "node:fs"],
  ["src/owner/a.ts", "../broker/log.ts"],
  ["src/owner/b.ts", "../loader/embed/create-embed.ts"],
  ["src/owner/c.ts", "../build/build-owner.ts"],
  ["src/migrate/d.ts", "acorn"],
  ["src/migrate/snippet/a.ts", "node:fs"],
  ["src/migrate/snippet/c.ts", "../../loader/errors.ts"],
  ["src/cli/a.ts", "../loader/errors.ts"],
  ["src/cli/b.ts", "../broker/log.ts"],
  ["src/migrate/e.ts", "../cli/run.ts"],
  ["src/build/a.ts", "../loader/errors.ts"],
  ["src/react/a.ts", "../loader/embed/create-embed.ts"],
  ["src/react/b.ts", "preact"],
  ["demo/a.ts", "../test/tools/dist.ts"],
];

const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ["src/contract/ok.ts", "./grant.ts"],
  ["src/migrate/ok.ts", "../contract/uuid.ts"],
  ["src/migrate/rules/ok.ts", "../take/take.ts"],
  ["src/migrate/snippet/ok.ts", "acorn"],
  ["src/migrate/snippet/fine.ts", "parse5"],
  ["src/migrate/snippet/good.ts", "../source/code.ts"],
  ["src/broker/ok.ts", "../contract/grant.ts"],
  ["src/broker/timekit/ok.ts", "../../contract/grant.ts"],
  ["src/broker/store/redis/ok.ts", "../../runtime.ts"],
  ["src/broker/node/ok.ts", "node:http"],
  ["src/loader/ok.ts", "./token/validate-grant.ts"],
  ["src/loader/options/ok.ts", "../errors.ts"],
  ["src/loader/token/ok.ts", "../../contract/grant.ts"],
  ["src/loader/token/fine.ts", "ky"],
  ["src/loader/embed/ok.ts", "../ui/parts.tsx"],
  ["src/loader/embed/fine.ts", "../services.ts"],
  ["src/loader/ui/ok.tsx", "preact"],
  ["src/cli/ok.ts", "../migrate/index.ts"],
  ["src/owner/ok.ts", "../migrate/index.ts"],
  ["src/owner/fine.ts", "../loader/owner-tools.ts"],
  ["src/react/ok.ts", "../loader/index.ts"],
  ["src/react/fine.ts", "react"],
  ["demo/ok.ts", "../src/broker/index.ts"],
  ["test/ok.ts", "../demo/timekit/world.ts"],
];

// The rules look at the path of a file and the text of its imports, so that an empty house will do.
describe("lint keeps the house", () => {
  let complaints: ReadonlyMap<string, readonly string[]>;
  const folder = mkdtempSync(join(tmpdir(), "house-"));
  beforeAll(() => {
    for (const name of [".oxlintrc.mjs", "tsconfig.json"]) cpSync(join(rootFolder, name), join(folder, name));
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
  const command = [
    join(rootFolder, "node_modules/oxlint/bin/oxlint"),
    "-c",
    ".oxlintrc.mjs",
    "--format=json",
  ];
  try {
    return execFileSync(process.execPath, command, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 24 });
  } catch (error) {
    // Oxlint reports what it found and exits with 1.
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string") return error.stdout;
    throw error;
  }
};

it("every folder of src is a room of the house", () => {
  const listed = readFileSync(join(rootFolder, ".oxlintrc.mjs"), "utf8");
  const folders = readdirSync(join(rootFolder, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(rootFolder, entry.parentPath).replaceAll("\\", "/"));
  expect([...new Set(folders)].filter((folder) => !listed.includes(`"${folder}": {`))).toEqual([]);
});
