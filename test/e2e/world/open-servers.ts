import { startDemo } from "../../../demo/server/start-demo.ts";
import type { Timekit } from "../../../demo/timekit/create-timekit.ts";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { grantPath } from "../../../src/contract/grant-request.ts";
import { startServer } from "../../tools/start-server.ts";
import { createSites } from "./create-sites.ts";
import type { PageOptions } from "./page-options.ts";
import { writePage } from "./write-page.ts";

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
