import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { distFolder, readDist } from "../tools/dist.ts";

interface SourceMap {
  readonly version: number;
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
  readonly mappings: string;
}

const readMap = async (): Promise<SourceMap> => JSON.parse((await readDist("loader.js.map")).toString());

it("loader.js names its source map", async () => {
  expect((await readDist("loader.js")).toString()).toMatch(/\n\/\/# sourceMappingURL=loader\.js\.map\n?$/);
});

it("the source map has every source with its text, by a path relative to dist", async () => {
  const map = await readMap();
  expect(map.version).toBe(3);
  expect(map.mappings.length).toBeGreaterThan(1000);
  expect(map.sources).toContain("../src/loader/script.ts");
  expect(map.sourcesContent).toHaveLength(map.sources.length);
  expect(map.sources.filter((source) => !existsSync(join(distFolder, source.split("?")[0] ?? "")))).toEqual(
    [],
  );
});

it.each(["preact", "ky"])("every file of %s is bundled as it was published", async (name) => {
  const { sources, sourcesContent } = await readMap();
  const texts = new Map(sources.map((source, index) => [source, sourcesContent[index]]));
  const files = sources.filter((source) => source.startsWith(`../node_modules/${name}/`));
  const changed: string[] = [];
  for (const file of files)
    if (texts.get(file) !== (await readFile(join(distFolder, file), "utf8"))) changed.push(file);

  expect(files).not.toEqual([]);
  expect(changed).toEqual([]);
});
