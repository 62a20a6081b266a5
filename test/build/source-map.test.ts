import { existsSync } from "node:fs";
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
