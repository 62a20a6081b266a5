import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { transformWithOxc } from "vite";

/** A TypeScript file of the folder, which imports types alone, as the script that its `.js` name asks for; undefined if there is none. */
export const serveScript = async (folder: string, path: string): Promise<Response | undefined> => {
  if (!/^[a-z-]+\.js$/.test(path)) return undefined;
  const file = join(folder, `${basename(path, ".js")}.ts`);
  const source = await readFile(file, "utf8").catch(() => undefined);
  if (source === undefined) return undefined;
  const { code } = await transformWithOxc(source, file);
  // Run at once and not as a module, which would wait for the page; its names stay its own all the same.
  const body = code.replace(/^export \{\};$/m, "");
  return new Response(`(() => {\n${body}})();\n`, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    },
  });
};
