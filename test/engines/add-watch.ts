import { sampleGlobals } from "../e2e/hosts/watched-page.ts";
import { serveScript } from "../e2e/hosts/serve-files.ts";
import { watchPage } from "../e2e/world/watch-page.ts";
import type { FetchHandler } from "../tools/start-server.ts";

/** Name of the watch's file beside each page. */
export const watchFile = "watch.js";

/** What a driver would run before the page's scripts, as a file: not every driver can. */
export const serveWatch: FetchHandler = serveScript(`(${String(watchPage)})();(${String(sampleGlobals)})();`);

/** The document with the watch before everything else, allowed by the nonce of the page's policy if it has one. */
export const addWatch = (html: string, headers: Readonly<Record<string, string>> = {}): string => {
  const [, nonce] = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "") ?? [];
  const script = `<script src="${watchFile}"${nonce === undefined ? "" : ` nonce="${nonce}"`}></script>`;
  const [start] = /^(\s*<\?xml[^>]*>)?(\s*<!doctype[^>]*>)?(\s*<html[^>]*>)?(\s*<head[^>]*>)?/i.exec(
    html,
  ) ?? [""];
  return start + script + html.slice(start.length);
};
