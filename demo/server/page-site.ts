import { readFile } from "node:fs/promises";
import { readChoices } from "../pages/choices.ts";
import { renderPage } from "../pages/render-page.ts";
import type { Surroundings } from "../pages/surroundings.ts";
import { serveFile } from "./serve-folder.ts";
import { serveScript } from "./serve-script.ts";
import type { Handler } from "./serve.ts";
import { answerAsStandIn } from "./stand-in-brokers.ts";
import type { WorkbenchSite } from "./workbench-site.ts";

export interface PageSiteOptions {
  /** Path of `index.html`. */
  readonly template: string;
  readonly workbench: WorkbenchSite;
  /** Path of the folder with the page's own files, served under `/pages/`. */
  readonly pages: string;
  /** Path of the built package, served under `/<version>/`. */
  readonly dist: string;
  readonly slowMs: number;
  /** Whether the page loads itself again when another server takes this one's place. */
  readonly reloads: boolean;
  /** Asked for with each request, since the addresses are only known once everything listens. */
  readonly surroundings: () => Surroundings;
}

/** The site of the small business: its page, its files, the built package and the stand-in brokers. */
export const createPageSite =
  (options: PageSiteOptions): Handler =>
  async (request) => {
    const url = new URL(request.url);
    const around = options.surroundings();
    // The broker knows one origin; `localhost` is another one.
    if (url.hostname === "localhost")
      return Response.redirect(new URL(url.pathname + url.search, around.pageOrigin));
    if (url.pathname === "/") return page(options, url);
    if (url.pathname === "/restarts" && options.reloads) return openStream();
    return (
      (await options.workbench(url, around)) ??
      (await answerAsStandIn(request, { ...around, slowMs: options.slowMs })) ??
      (await fileAt(url.pathname, { ...options, version: around.version })) ??
      new Response("Not found", { status: 404 })
    );
  };

const page = async (options: PageSiteOptions, url: URL): Promise<Response> => {
  const around = options.surroundings();
  const template = await readFile(options.template, "utf8");
  const html = renderPage(template, { choices: readChoices(url.searchParams), surroundings: around });
  return new Response(options.reloads ? html.replace("</head>", `${reloadTag}</head>`) : html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "content-security-policy": policy(around),
    },
  });
};

const reloadTag = '<script src="/pages/reload.js" defer></script>';

/** Stays open as long as this server; says how soon to look for the next one. */
const openStream = (): Response => {
  const stream = new ReadableStream<string>({
    start: (controller) => controller.enqueue("retry: 200\n\n"),
  });
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
};

/** Nothing from anywhere else. Booking.js v1 writes its styles into a `<style>` element. */
const policy = ({ brokerOrigin, timekitOrigin, isSimulated }: Surroundings): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${isSimulated ? "" : " https:"}`,
    `connect-src 'self' ${brokerOrigin} ${timekitOrigin}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

interface Folders extends PageSiteOptions {
  readonly version: string;
}

const fileAt = async (path: string, { pages, dist, version }: Folders): Promise<Response | undefined> => {
  const name = decode(path);
  const [inPages, inDist] = ["/pages/", `/${version}/`];
  if (name.startsWith(inDist)) return serveFile(dist, name.slice(inDist.length));
  if (!name.startsWith(inPages)) return undefined;
  const asset = name.slice(inPages.length);
  return (await serveScript(pages, asset)) ?? (await serveFile(pages, asset));
};

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: no file has such a name here.
    return path;
  }
};
