import { ownerFile, readDist, vendorFile } from "../../tools/dist.ts";
import type { FetchHandler } from "../../tools/start-server.ts";
import type { PageOptions } from "./page-options.ts";

/** The site of the pages and the rogue brokers, each page under a key of its own. */
export interface Sites {
  /** Makes room for a page and gives its key. */
  readonly add: (options: Pick<PageOptions, "broker" | "files" | "headers">) => string;
  readonly publish: (key: string, html: string) => void;
  /** `/<key>/` is the page, `/<key>/dist/` the built package. */
  readonly servePage: FetchHandler;
  /** `/<key>/client-token` is the page's own broker. */
  readonly serveRogue: FetchHandler;
}

type Case = Pick<PageOptions, "broker" | "files" | "headers"> & { html?: string };

/** Reads the built files once, so that a build in the meantime changes nothing for the pages. */
export const createSites = async (): Promise<Sites> => {
  const cases = new Map<string, Case>();
  const built = new Map<string, Uint8Array<ArrayBuffer>>(
    await Promise.all(
      ["loader.js", vendorFile, ownerFile].map(
        async (name) => [`dist/${name}`, new Uint8Array(await readDist(name))] as const,
      ),
    ),
  );

  return {
    add: (options) => {
      const key = `page-${cases.size + 1}`;
      cases.set(key, { ...options });
      return key;
    },
    publish: (key, html) => {
      cases.set(key, { ...cases.get(key), html });
    },
    servePage: (request) => {
      const { key, path } = split(request);
      const { html, files = {}, headers = {} } = cases.get(key) ?? {};
      if (html === undefined) return missing();
      if (path === "") return new Response(html, { headers: { ...documentHeaders, ...headers } });
      const answer = files[path];
      if (answer) return answer(request);
      const file = built.get(path);
      return file ? new Response(file, { headers: fileHeaders }) : missing();
    },
    serveRogue: (request) => cases.get(split(request).key)?.broker?.(request) ?? missing(),
  };
};

/** What the host of the built package has to send. */
export const fileHeaders = {
  "content-type": "text/javascript; charset=utf-8",
  "cache-control": "public, max-age=31536000, immutable",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
} as const;

const documentHeaders = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } as const;

const missing = (): Response => new Response("Not found", { status: 404 });

const split = (request: Request): { key: string; path: string } => {
  const [, key = "", path = ""] = /^\/([^/]*)\/(.*)$/.exec(new URL(request.url).pathname) ?? [];
  return { key, path };
};
