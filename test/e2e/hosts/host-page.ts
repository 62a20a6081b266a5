import type { State } from "../../../src/loader/lifecycle.ts";
import type { FetchHandler } from "../../tools/start-server.ts";
import type { HostVisit } from "./open-host.ts";
import type { PageOptions, PageParts } from "../world/page-options.ts";
import type { Servers } from "../world/open-servers.ts";

/**
 * A page into which somebody has put the loader: what it consists of, and what must hold on it. What it leaves out is
 * ordinary: one calendar that gets ready after its tag, a silent console, no error, the page's globals as they were.
 */
export interface HostPage extends Pick<
  PageOptions,
  "headers" | "context" | "prepare" | "config" | "resourceId"
> {
  /** The document. */
  readonly html: (parts: PageParts) => string;
  /** Answers beside the document, by path relative to it. */
  readonly files?: (servers: Servers) => Readonly<Record<string, FetchHandler>>;
  /** CSS selector of the frame that is the page; the visited document itself without it. */
  readonly frame?: string;
  /** The state in which each calendar ends, oldest first. */
  readonly states?: readonly State[];
  /** Where each calendar is: the CSS selector of its target, `>>>` leading into a shadow root; null where it has none. */
  readonly places?: readonly (string | null)[];
  /** How many free times each calendar that is ready shows, at a place of its own each. */
  readonly slots?: number;
  /** Runs in the page after that, so that it works with any driver; what it returns must equal `sees`. */
  readonly see?: () => unknown;
  readonly sees?: unknown;
  /** What a visitor does then, or what only the browser's driver can tell. */
  readonly act?: (visit: HostVisit) => Promise<void>;
  /** How often the vendor file and a token were asked for in the end. */
  readonly asked?: { readonly vendor: number; readonly token: number };
  /** The console in the end, as `error: text`, but for what the browser itself says. */
  readonly prints?: readonly (string | RegExp)[];
  /** Browsers print that they have blocked something, or could not load it. */
  readonly browserPrints?: RegExp;
  /** Messages of the page's own uncaught errors. */
  readonly throws?: readonly string[];
  /** Names of the page's own globals. */
  readonly globals?: readonly string[];
  /** What else the page's own library leaves there, too much of it to be listed. */
  readonly ignoredGlobals?: RegExp;
}
