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
    const migrate = await collectDeclarations(emitted, "migrate/index.d.ts");

    await writeAll(join(folder, "types"), new Map([...loader, ...broker, ...worker, ...migrate]));
    await writeAll(join(folder, "types/commonjs"), loader.set("package.json", '{ "type": "commonjs" }\n'));
    await writeAll(folder, entries);
  } finally {
    await rm(emitted, { recursive: true });
  }
};

const toExports = (path: string): string => `export * from "${path}";\n`;
const toDefault = (path: string): string => `export { default } from "${path}";\n`;

const entries = new Map([
  ["loader.d.ts", toExports("./types/loader/index.js") + toDefault("./types/loader/index.js")],
  [
    "loader.d.cts",
    toExports("./types/commonjs/loader/index.js") + toDefault("./types/commonjs/loader/index.js"),
  ],
  ["broker/index.d.ts", toExports("../types/broker/index.js")],
  ["broker/worker.d.ts", toDefault("../types/broker/worker.js")],
  ["migrate.d.ts", toExports("./types/migrate/index.js")],
]);

const writeAll = async (folder: string, files: ReadonlyMap<string, string>): Promise<void> => {
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};
