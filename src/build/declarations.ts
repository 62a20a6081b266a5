import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";

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
    const handler = await collectDeclarations(emitted, "broker/handler.d.ts");
    const worker = await collectDeclarations(emitted, "broker/worker.d.ts");
    const migrate = await collectDeclarations(emitted, "migrate/index.d.ts");
    const react = await collectDeclarations(emitted, "react/index.d.ts");

    await writeAll(
      join(folder, "types"),
      new Map([...loader, ...broker, ...handler, ...worker, ...migrate, ...react]),
    );
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
  ["broker/handler.d.ts", toExports("../types/broker/handler.js")],
  ["broker/worker.d.ts", toDefault("../types/broker/worker.js")],
  ["react.d.ts", toExports("./types/react/index.js")],
  ["migrate.d.ts", toExports("./types/migrate/index.js")],
]);

const writeAll = async (folder: string, files: ReadonlyMap<string, string>): Promise<void> => {
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
};

/**
 * The declarations that one entry reaches, by their paths below the folder. They refer to each other as the published
 * package must: by `.js`, which every resolution of TypeScript understands, where the sources say `.ts`.
 */
const collectDeclarations = async (folder: string, entry: string): Promise<Map<string, string>> => {
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

/** Has TypeScript write a declaration for each source file of the package's entries; rejects with its complaints. */
const emitDeclarations = (root: string, folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const project = join(root, "src/build/declarations");
    execFile(process.execPath, [compiler, "-p", project, "--outDir", folder], (error, stdout, stderr) => {
      if (error) reject(new Error(`the declarations do not compile\n${stdout}${stderr}`, { cause: error }));
      else resolve();
    });
  });

const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
