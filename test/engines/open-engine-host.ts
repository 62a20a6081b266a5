import { resourceIds } from "../../demo/timekit/world.ts";
import type { HostPage } from "../e2e/hosts/host-page.ts";
import { serveScript } from "../e2e/hosts/serve-files.ts";
import { sampleGlobals, type WatchedPage } from "../e2e/hosts/watched-page.ts";
import type { Servers } from "../e2e/world/open-servers.ts";
import { type Heard, watchPage } from "../e2e/world/open-visit.ts";
import { vendorFile } from "../tools/dist.ts";
import type { FetchHandler } from "../tools/start-server.ts";
import type { Engine } from "./engine.ts";

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

/** Name of the watch's file beside each page. */
const watchFile = "watch.js";

/** What a driver would run before the page's scripts, as a file: not every driver can. */
const serveWatch: FetchHandler = serveScript(`(${String(watchPage)})();(${String(sampleGlobals)})();`);

/** The document with the watch before everything else, allowed by the nonce of the page's policy if it has one. */
const addWatch = (html: string, headers: Readonly<Record<string, string>> = {}): string => {
  const [, nonce] = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "") ?? [];
  const script = `<script src="${watchFile}"${nonce === undefined ? "" : ` nonce="${nonce}"`}></script>`;
  const [start] = /^(\s*<\?xml[^>]*>)?(\s*<!doctype[^>]*>)?(\s*<html[^>]*>)?(\s*<head[^>]*>)?/i.exec(
    html,
  ) ?? [""];
  return start + script + html.slice(start.length);
};

/** What a page has said and asked for so far. */
interface PageRecord {
  /** As `error: text`. */
  readonly printed: readonly string[];
  /** Messages of what nobody has caught. */
  readonly pageErrors: readonly string[];
  /** Paths of everything that was asked for, the browser's cache aside, and of scripts that the policy has stopped. */
  readonly asked: readonly string[];
}

/** Runs in a page that is watched: reads what the watch and the browser have kept. */
const readRecord = (): PageRecord => {
  const { events, printed } = Reflect.get(window, "heard") as Heard;
  const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
  // What was transferred from another origin, browsers do not tell.
  const isFromCache = ({ name, transferSize, decodedBodySize }: PerformanceResourceTiming): boolean =>
    new URL(name).origin === location.origin && transferSize === 0 && decodedBodySize > 0;
  // Browsers differ in whether a script that the policy stops was asked for; each attempt counts, as in Chromium.
  const stopped = events.flatMap((event) =>
    event instanceof SecurityPolicyViolationEvent && event.effectiveDirective.startsWith("script-src")
      ? event.blockedURI
      : [],
  );
  const requested = performance
    .getEntriesByType("resource")
    .filter((entry) => !(entry instanceof PerformanceResourceTiming) || !isFromCache(entry))
    .map(({ name }) => name);
  return {
    printed: printed.map(
      ([level, ...values]) =>
        `${level === "warn" ? "warning" : String(level)}: ${values.map(String).join(" ")}`,
    ),
    pageErrors: events.flatMap((event) => {
      if (event instanceof ErrorEvent) return [messageOf(event.error)];
      return event instanceof PromiseRejectionEvent ? [messageOf(event.reason)] : [];
    }),
    asked: [...requested, ...stopped].flatMap((url) => (URL.canParse(url) ? new URL(url).pathname : [])),
  };
};
