import type { Asker } from "../page.ts";
import type { FoundBy } from "../discovery/tags.ts";
import type { Options } from "../options/options.ts";
import { readPageConfig } from "../page.ts";
import type { ConfigLayer } from "../vendor.ts";

/** What one embed is asked to be. */
export interface EmbedRequest {
  readonly options: Options;
  /** For whom the broker is asked. */
  readonly asker: Asker;
  /** The script tag that asks for the calendar. */
  readonly tag: HTMLScriptElement | undefined;
  /** How that tag was found. */
  readonly foundBy: FoundBy | undefined;
  /** Where the vendor file is; undefined where nothing says it. */
  readonly vendorUrl: string | undefined;
  /** Where the owners' file is: beside the loader, or beside the vendor file where an option says where that is. */
  readonly ownerUrl: string;
  readonly nonce: string | undefined;
}

/** The page's own v1 configuration, and over it what the options give, weakest first. */
export const readLayers = (window: Window, { configs }: Options): readonly ConfigLayer[] => [
  { config: readPageConfig(window), isTrusted: true },
  ...configs,
];
