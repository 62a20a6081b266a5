import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Has TypeScript write a declaration for each source file of the package's entries; rejects with its complaints. */
export const emitDeclarations = (root: string, folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const project = join(root, "src/build/declarations");
    execFile(process.execPath, [compiler, "-p", project, "--outDir", folder], (error, stdout, stderr) => {
      if (error) reject(new Error(`the declarations do not compile\n${stdout}${stderr}`, { cause: error }));
      else resolve();
    });
  });

const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
