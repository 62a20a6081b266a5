import { resourceIds } from "../../demo/timekit/world.ts";
import { vendorFile } from "../tools/dist.ts";
import type { HostPage } from "../e2e/hosts/host-page.ts";
import type { WatchedPage } from "../e2e/hosts/watched-page.ts";
import type { Servers } from "../e2e/world/open-servers.ts";
import { addWatch, serveWatch, watchFile } from "./add-watch.ts";
import type { Engine } from "./engine.ts";
import { readRecord } from "./read-record.ts";

/** A host page that is open in an engine. */
export interface EngineVisit {
  /** The page as it is now, with what it has said so far. */
  readonly look: () => Promise<WatchedPage>;
}

/** Opens a host page in an engine, watched from before its first script. */
export const openEngineHost = async (
  servers: Servers,
  engine: Engine,
  host: HostPage,
): Promise<EngineVisit> => {
  const { files, html, ...options } = host;
  const url = servers.publish({
    resourceId: resourceIds.twelveSlots,
    ...options,
    html: (parts) => addWatch(html(parts), host.headers),
    files: { ...files?.(servers), [watchFile]: serveWatch },
  });
  await engine.open(url);
  return {
    look: async () => {
      const { printed, pageErrors, asked } = await engine.evaluate(readRecord, undefined);
      const count = (ending: string): number => asked.filter((path) => path.endsWith(ending)).length;
      return {
        frame: { evaluate: engine.evaluate },
        printed,
        pageErrors: pageErrors.map((message) => ({ message })),
        countAsked: () => ({ vendor: count(vendorFile), token: count("/client-token") }),
      };
    },
  };
};
