import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus } from "../../unit/cli/corpus.ts";
import { quantile } from "../quantile.ts";

const count = 1000;
const program = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

/** How long the built command takes over a site of 1,000 files, each of them with a calendar in it or near. */
export const benchThousandFiles = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  try {
    for (let index = 0; index < count; index += 1) {
      const file = corpus[index % corpus.length];
      if (!file) continue;
      const path = join(folder, String(index), file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${file.text}\n${padding(file.path)}`);
    }
    const seconds = [1, 2, 3].map(() => {
      const start = performance.now();
      spawnSync(process.execPath, [program, "migrate", "--json", folder], { maxBuffer: 2 ** 28 });
      return (performance.now() - start) / 1000;
    });
    return `${count} files with calendars: ${quantile(seconds, 0.5).toFixed(1)} s (median of ${seconds.length})`;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

// Pages of sites are longer than examples.
const padding = (path: string): string =>
  /\.(?:jsx?|mjs|tsx?)$/.test(path)
    ? "// A line of a script, as there are many.\n".repeat(150)
    : '<p class="text">A line of a page, as there are <a href="/more">many</a>.</p>\n'.repeat(150);
