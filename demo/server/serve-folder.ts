import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** A file of the folder as a response; undefined if there is none of that name, or if the path leads out of it. */
export const serveFile = async (folder: string, path: string): Promise<Response | undefined> => {
  const file = resolve(folder, `.${sep}${path}`);
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        "content-type": types[extname(file)] ?? "application/octet-stream",
        // Built anew under the same version all the time; a real host says `immutable`.
        "cache-control": "no-cache",
        "x-content-type-options": "nosniff",
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
      },
    });
  } catch {
    // Not there, or a folder: the caller says 404.
    return undefined;
  }
};
