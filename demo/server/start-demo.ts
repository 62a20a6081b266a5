import { join } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../../package.json" with { type: "json" };
import { createTimekit, type Timekit } from "../timekit/create-timekit.ts";
import type { World } from "../timekit/world-types.ts";
import { apiKeys, createWorld, resourceIds } from "../timekit/world.ts";
import { createPageSite } from "./page-site.ts";
import { serve } from "./serve.ts";
import { startBroker } from "./start-broker.ts";
import { createTimekitSite } from "./timekit-site.ts";
import { createWorkbenchSite } from "./workbench-site.ts";

export interface DemoOptions {
  /** Tried in this order; a free one without them. */
  readonly pagePorts?: readonly number[];
  readonly brokerPort?: number;
  readonly timekitPort?: number;
  /** Milliseconds since 1970, for the simulated Timekit; the broker has the machine's clock. */
  readonly now?: () => number;
  /** What the simulated Timekit knows; the default world without it. */
  readonly world?: World;
  /** Talks to api.timekit.io instead of the simulation. */
  readonly real?: RealAccount;
  /** More settings of the broker, by the names of its environment variables. */
  readonly brokerSettings?: Readonly<Record<string, string>>;
  /** How long the broker of the slow case takes. */
  readonly slowMs?: number;
  /** Whether the page loads itself again when another demo takes this one's place. */
  readonly reloads?: boolean;
  /** Path of the built package; `dist/` of this repository without it. */
  readonly dist?: string;
}

interface RealAccount {
  readonly apiKey: string;
  /** UUID of the resource to book. */
  readonly resourceId: string;
}

export interface Demo {
  readonly pageOrigin: string;
  readonly brokerOrigin: string;
  readonly timekitOrigin: string;
  /** The simulated Timekit, also while the demo talks to the real one. */
  readonly timekit: Timekit;
  /** Every line that the broker has logged. */
  readonly brokerLines: readonly string[];
  readonly close: () => Promise<void>;
}

const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const defaults = { slowMs: 4000, reloads: false, now: Date.now, dist: inRepository("dist") };
const realTimekitOrigin = "https://api.timekit.io";

/** Starts page, broker and simulated Timekit on three origins of 127.0.0.1; needs the built package. */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const { slowMs, reloads, now, dist } = { ...defaults, ...options };
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  const opened = <Opened extends { readonly close: () => Promise<void> }>(part: Opened): Opened => {
    closers.push(part.close);
    return part;
  };

  try {
    const addresses = { pageOrigin: "", brokerOrigin: "", timekitOrigin: "", simulatedOrigin: "" };
    const { real } = options;
    const pages = createPageSite({
      template: inRepository("index.html"),
      workbench: createWorkbenchSite({
        template: inRepository("demo/workbench/workbench.html"),
        folder: inRepository("demo/workbench"),
        dist,
      }),
      pages: inRepository("demo/pages"),
      dist,
      slowMs,
      reloads,
      surroundings: () => ({
        ...addresses,
        version: packageJson.version,
        isSimulated: real === undefined,
        resourceId: real?.resourceId ?? resourceIds.normal,
      }),
    });
    const page = opened(await serve(pages, { ports: options.pagePorts ?? [0] }));
    addresses.pageOrigin = page.origin;

    const image = `${page.origin}/pages/avatar.svg`;
    const world = options.world ?? createWorld({ nowMs: now(), image });
    const timekit = createTimekit({ now, world });
    const simulated = opened(await serve(createTimekitSite(timekit), { ports: [options.timekitPort ?? 0] }));
    addresses.simulatedOrigin = simulated.origin;
    addresses.timekitOrigin = real === undefined ? simulated.origin : realTimekitOrigin;

    const broker = opened(
      await startBroker({
        entry: join(dist, "broker/node.js"),
        environment: {
          TIMEKIT_API_KEY: real?.apiKey ?? apiKeys.live,
          TIMEKIT_API_URL: addresses.timekitOrigin,
          ALLOWED_ORIGINS: page.origin,
          HOST: "127.0.0.1",
          PORT: String(options.brokerPort ?? 0),
          ...options.brokerSettings,
        },
      }),
    );
    addresses.brokerOrigin = broker.origin;
    return { ...addresses, timekit, brokerLines: broker.lines, close };
  } catch (error) {
    await close();
    throw error;
  }
};
