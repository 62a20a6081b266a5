import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
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
