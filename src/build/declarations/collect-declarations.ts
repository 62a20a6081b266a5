import { readFile } from "node:fs/promises";
import { posix } from "node:path";

/**
 * The declarations that one entry reaches, by their paths below the folder. They refer to each other as the published
 * package must: by `.js`, which every resolution of TypeScript understands, where the sources say `.ts`.
 */
export const collectDeclarations = async (folder: string, entry: string): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  const collect = async (path: string): Promise<void> => {
    if (found.has(path)) return;
    const text = await readFile(posix.join(folder, path), "utf8");
    found.set(path, text.replaceAll(specifierPattern, '$1"$2.js"'));
    for (const [, , specifier = ""] of text.matchAll(specifierPattern))
      await collect(`${posix.join(posix.dirname(path), specifier)}.d.ts`);
  };
  await collect(entry);
  return found;
};

const specifierPattern = /(\bfrom |\bimport |\bimport\()"(\.[^"]*)\.tsx?"/g;
