import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { toHtml } from "../../../demo/pages/html.ts";
import type { FetchHandler } from "../../tools/start-server.ts";

/** What a case says about its page; what it leaves out is ordinary. */
export interface PageOptions {
  /** UUID; the normal resource without it. */
  readonly resourceId?: string;
  /** Attributes of the tag without `data-`, over the ordinary ones; null leaves one out. */
  readonly tag?: Readonly<Record<string, string | null>>;
  /** Booking.js v1 options beside the simulated Timekit's address. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** The document, given the addresses and the ordinary tag; a short page with the tag in its body without it. */
  readonly html?: (parts: PageParts) => string;
  /** More headers of the document. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers in the broker's place, from a server of its own; it has to allow the page's origin itself. */
  readonly broker?: FetchHandler;
  /** Answers in the place of files, named relative to the page, as `dist/loader.js`. */
  readonly files?: Readonly<Record<string, FetchHandler>>;
  readonly context?: BrowserContextOptions;
  /** Called before the page is asked for. */
  readonly prepare?: (page: Page, context: BrowserContext) => Promise<unknown>;
}

/** What a document is made of. */
export interface PageParts {
  /** The one-line tag. */
  readonly tag: string;
  readonly resourceId: string;
  readonly brokerUrl: string;
  /** `data-config` of the ordinary tag. */
  readonly config: string;
}

export interface PageFacts extends Pick<PageOptions, "tag" | "config" | "html"> {
  readonly resourceId: string;
  readonly brokerUrl: string;
  readonly timekitOrigin: string;
}

/** The document of a case. */
export const writePage = (facts: PageFacts): string => {
  const { resourceId, brokerUrl, timekitOrigin, html = ordinaryPage } = facts;
  const config = JSON.stringify({ timekitConfig: { apiBaseUrl: `${timekitOrigin}/` }, ...facts.config });
  const tag = writeTag({ "resource-id": resourceId, "broker-url": brokerUrl, config, ...facts.tag });
  return html({ tag, resourceId, brokerUrl, config });
};

/** A tag whose loader is beside the page. */
export const writeTag = (
  attributes: Readonly<Record<string, string | null>>,
  { src = "dist/loader.js" }: { readonly src?: string } = {},
): string => {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [` data-${name}="${toHtml(value)}"`],
  );
  return `<script src="${toHtml(src)}"${written.join("")} async></script>`;
};

/** A document with this body; the empty icon keeps the browser from asking for one. */
export const writeDocument = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bicycle repairs</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
  ${head}</head><body>${body}</body></html>`;

const ordinaryPage = ({ tag }: PageParts): string =>
  writeDocument(`<main><h1>Book a repair</h1>${tag}<p id="after">Open from nine to five.</p></main>`);
