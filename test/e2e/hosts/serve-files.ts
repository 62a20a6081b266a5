import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readDist, rootFolder } from "../../tools/dist.ts";
import type { FetchHandler } from "../../tools/start-server.ts";
import { fileHeaders } from "../world/open-servers.ts";

type Headers = Readonly<Record<string, string>>;

/** A file of the built package, with the headers that its host has to send, or others. */
export const serveDist =
  (path: string, headers: Headers = fileHeaders): FetchHandler =>
  async () =>
    new Response(new Uint8Array(await readDist(path)), { headers });

/** A file that a package publishes, as `requirejs/require.js`. */
export const servePackage =
  (path: string): FetchHandler =>
  async () =>
    new Response(new Uint8Array(await readFile(join(rootFolder, "node_modules", path))), {
      headers: fileHeaders,
    });

/** A script with this text. */
export const serveScript =
  (text: string): FetchHandler =>
  () =>
    new Response(text, { headers: fileHeaders });

/** A document that is handed over in the query, as `?html=…`. */
export const serveFrame =
  (headers: Headers = {}): FetchHandler =>
  (request) =>
    new Response(new URL(request.url).searchParams.get("html"), {
      headers: { "content-type": "text/html; charset=utf-8", ...headers },
    });

/** A file that is held back until the page, or somebody else, asks for another one, which is empty. */
export const serveHeld = (
  file: FetchHandler,
): { readonly held: FetchHandler; readonly release: FetchHandler } => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    held: async (request) => {
      await released;
      return file(request);
    },
    release: () => {
      release();
      return new Response("");
    },
  };
};
