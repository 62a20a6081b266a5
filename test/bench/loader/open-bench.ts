import { startDemo } from "../../../demo/server/start-demo.ts";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { grantPath, toGrantQuery } from "../../../src/contract/grant-request.ts";
import type { Grant } from "../../../src/contract/grant.ts";
import { startServer } from "../../tools/start-server.ts";
import { launchUnwatched, type UnwatchedBrowser } from "./launch-unwatched.ts";
import { writePages } from "./pages.ts";
import { readFiles, readHashes, serveFiles } from "./serve-site.ts";

/** A browser, and the pages on servers that stand on an origin each. */
export interface Bench {
  readonly browser: UnwatchedBrowser;
  readonly pageOrigin: string;
  readonly vendorFile: string;
  readonly close: () => Promise<void>;
}

const dist = new URL("../../../dist/", import.meta.url);

/** Opens the servers and a browser; needs the built package in `dist/`. */
export const openBench = async (): Promise<Bench> => {
  let pages: ReadonlyMap<string, string> = new Map();
  const site = await startServer(
    (request) =>
      new Response(pages.get(new URL(request.url).pathname) ?? "Not found", {
        headers: { "content-type": "text/html; charset=utf-8" },
      }),
  );
  const files = await serveFiles(await readFiles(dist));
  const demo = await startDemo({
    brokerSettings: { ALLOWED_ORIGINS: site.origin, RATE_LIMIT_PER_MINUTE: "100000" },
  });
  const brokerUrl = demo.brokerOrigin + grantPath;
  const hashes = await readHashes(dist);
  const vendorFile = Object.keys(hashes).find((name) => name.startsWith("vendor/")) ?? "";
  pages = writePages({
    filesOrigin: files.origin,
    brokerUrl,
    timekitOrigin: demo.timekitOrigin,
    vendorFile,
    vendorHash: hashes[vendorFile] ?? "",
    grant: await fetchGrant(brokerUrl, site.origin),
  });
  const browser = await launchUnwatched();

  return {
    browser,
    pageOrigin: site.origin,
    vendorFile,
    close: async () => {
      await browser.close();
      for (const close of [demo.close, files.close, site.close]) await close();
    },
  };
};

// The hand-written page's token; and the broker is warm from here on, as it is for all visitors but one in five minutes.
const fetchGrant = async (brokerUrl: string, origin: string): Promise<Grant> => {
  const query = new URLSearchParams(toGrantQuery({ resourceId: resourceIds.twelveSlots, renew: false }));
  const answer = await fetch(`${brokerUrl}?${query}`, { headers: { origin } });
  if (!answer.ok) throw new Error(`the broker answered ${answer.status}`);
  return (await answer.json()) as Grant;
};
