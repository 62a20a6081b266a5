import { startDemo } from "../../../demo/server/start-demo.ts";
import type { Timekit } from "../../../demo/timekit/create-timekit.ts";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { grantPath } from "../../../src/contract/grant-request.ts";
import { ownerFile, readDist, vendorFile } from "../../tools/dist.ts";
import { type FetchHandler, startServer } from "../../tools/start-server.ts";
import { type PageOptions, writePage } from "./write-page.ts";

/** Everything around a page but the browser, all of it real but Timekit: a site, and the broker as a process. */
export interface Servers {
  readonly pageOrigin: string;
  readonly brokerOrigin: string;
  readonly timekitOrigin: string;
  readonly timekit: Timekit;
  /** Puts a page with the tag on the site, and gives its URL. */
  readonly publish: (options?: PageOptions) => string;
  /** The real broker's answer to the same question, for every origin: for a rogue broker that changes its mind. */
  readonly passOn: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Opens servers that stand on an origin each; needs the built package in `dist/`. */
export const openServers = async (): Promise<Servers> => {
  const sites = await createSites();
  const pages = await startServer(sites.servePage);
  const rogue = await startServer(sites.serveRogue);
  const demo = await startDemo({
    brokerSettings: { ALLOWED_ORIGINS: pages.origin, RATE_LIMIT_PER_MINUTE: "100000" },
  });

  return {
    pageOrigin: pages.origin,
    brokerOrigin: demo.brokerOrigin,
    timekitOrigin: demo.timekitOrigin,
    timekit: demo.timekit,
    publish: (options = {}) => {
      const key = sites.add(options);
      const html = writePage({
        resourceId: resourceIds.normal,
        brokerUrl: options.broker ? `${rogue.origin}/${key}${grantPath}` : demo.brokerOrigin + grantPath,
        timekitOrigin: demo.timekitOrigin,
        ...options,
      });
      sites.publish(key, html);
      return `${pages.origin}/${key}/`;
    },
    passOn: async (request) => {
      const { search } = new URL(request.url);
      const answer = await fetch(demo.brokerOrigin + grantPath + search, {
        headers: { origin: pages.origin },
      });
      const headers = { "access-control-allow-origin": "*" };
      return new Response(await answer.text(), { status: answer.status, headers });
    },
    close: async () => {
      for (const close of [demo.close, rogue.close, pages.close]) await close();
    },
  };
};

/** The site of the pages and the rogue brokers, each page under a key of its own. */
interface Sites {
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
const createSites = async (): Promise<Sites> => {
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
