import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { collectDeclarations } from "./collect-declarations.ts";
import { emitDeclarations } from "./emit-declarations.ts";

/**
 * Writes the types of the package's entries into `dist/`, and what they lean on into `dist/types/`. What `require`
 * reads has a second copy there that is marked as CommonJS: TypeScript takes a module's kind from its folder.
 */
export const writeDeclarations = async (root: string, folder: string): Promise<void> => {
  const emitted = await mkdtemp(join(tmpdir(), "declarations-"));
  try {
    await emitDeclarations(root, emitted);
    const loader = await collectDeclarations(emitted, "loader/index.d.ts");
    const broker = await collectDeclarations(emitted, "broker/index.d.ts");
    const worker = await collectDeclarations(emitted, "broker/worker.d.ts");

    await writeAll(join(folder, "types"), new Map([...loader, ...broker, ...worker]));
    await writeAll(join(folder, "types/commonjs"), loader.set("package.json", '{ "type": "commonjs" }\n'));
    await writeAll(folder, entries);
  } finally {
    await rm(emitted, { recursive: true });
  }
};

const entries = new Map([
  ["loader.d.ts", 'export * from "./types/loader/index.js";\n'],
  ["loader.d.cts", 'export * from "./types/commonjs/loader/index.js";\n'],
  ["broker/index.d.ts", 'export * from "../types/broker/index.js";\n'],
  ["broker/worker.d.ts", 'export { default } from "../types/broker/worker.js";\n'],
]);

const writeAll = async (folder: string, files: ReadonlyMap<string, string>): Promise<void> => {
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};
