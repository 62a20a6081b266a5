import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { type RunningServer, startServer } from "../../tools/start-server.ts";

/** The files that the pages load, by path; `slow.png` takes its time. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** How long `slow.png` takes. */
export const slowMs = 3000;

/** The built package and the hand-written page's scripts, compressed as a CDN does it. */
export const readFiles = async (dist: URL): Promise<Files> => {
  const require = createRequire(import.meta.url);
  const hashes = await readHashes(dist);
  const paths = {
    ...Object.fromEntries(Object.keys(hashes).map((name) => [name, new URL(name, dist)])),
    "jquery.min.js": require.resolve("jquery-3.4/dist/jquery.min.js"),
    "booking.min.js": require.resolve("timekit-booking/dist/booking.min.js"),
  };
  return new Map(
    await Promise.all(
      Object.entries(paths).map(
        async ([name, path]) => [name, new Uint8Array(gzipSync(await readFile(path), { level: 9 }))] as const,
      ),
    ),
  );
};

/** The built files' hashes, by path. */
export const readHashes = async (dist: URL): Promise<Readonly<Record<string, string>>> =>
  JSON.parse(await readFile(new URL("integrity.json", dist), "utf8"));

/** A host for the files. */
export const serveFiles = (files: Files): Promise<RunningServer> =>
  startServer(async (request) => {
    const name = new URL(request.url).pathname.slice(1);
    if (name === "slow.png") {
      await new Promise((resolve) => setTimeout(resolve, slowMs));
      return new Response(null, { status: 204 });
    }
    const file = files.get(name);
    return file ? new Response(file, { headers }) : new Response("Not found", { status: 404 });
  });

const headers = {
  "content-type": "text/javascript; charset=utf-8",
  "content-encoding": "gzip",
  "cache-control": "public, max-age=31536000, immutable",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
} as const;
