import type { State } from "../../../src/loader/events.ts";
import type { Frame, Page } from "playwright-core";
import { resourceIds } from "../../../demo/timekit/world.ts";
import { vendorFile } from "../../tools/dist.ts";
import type { FetchHandler } from "../../tools/start-server.ts";
import type { Servers } from "../world/open-servers.ts";
import type { Visit } from "../world/open-visit.ts";
import type { World } from "../world/open-world.ts";
import type { PageOptions, PageParts } from "../world/write-page.ts";
import { sampleGlobals } from "./watched-page.ts";

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
  /** What a visitor does then, or what only the browser's driver can tell; it is given its own page, too. */
  readonly act?: (visit: HostVisit, host: HostPage) => Promise<void>;
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

/** Host pages of one theme, each under the situation that it stands for. */
export type Hosts = Readonly<Record<string, HostPage>>;

/** A host page that is open. */
export interface HostVisit extends Visit {
  readonly world: World;
  /** Where the loader runs. */
  readonly frame: Frame;
  /** How often the vendor file and a token were asked for so far. */
  readonly countAsked: () => { readonly vendor: number; readonly token: number };
}

/** Opens a host page, watched from before its first script. */
export const openHost = async (world: World, host: HostPage): Promise<HostVisit> => {
  const { files, ...options } = host;
  const visit = await world.openPage({
    resourceId: resourceIds.twelveSlots,
    ...options,
    files: files?.(world) ?? {},
    prepare: async (page, context) => {
      await context.addInitScript(sampleGlobals);
      await host.prepare?.(page, context);
    },
  });
  const count = (ending: string): number =>
    visit.requests.filter((request) => new URL(request.url()).pathname.endsWith(ending)).length;
  return {
    ...visit,
    world,
    frame: await findFrame(visit.page, host.frame),
    countAsked: () => ({ vendor: count(vendorFile), token: count("/client-token") }),
  };
};

const findFrame = async (page: Page, selector: string | undefined): Promise<Frame> => {
  if (selector === undefined) return page.mainFrame();
  const element = await page.waitForSelector(selector, { state: "attached" });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error(`${selector} holds no frame`);
  return frame;
};
