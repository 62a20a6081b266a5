import { toUrl } from "../../contract/secure-url.ts";
import type { Asker, Page } from "../page.ts";
import type { FoundBy } from "../discovery/tags.ts";
import type { Options } from "../options/options.ts";
import { timekitUrl } from "./prefetch.ts";
import { readPageConfig } from "../page.ts";
import { isPlainObject } from "../plain-object.ts";
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

/** The hosts that are contacted to show the calendar, for a visitor to read. */
export const findHosts = (
  { options }: Pick<EmbedRequest, "options">,
  { page, baseUrl }: { readonly page: Page; readonly baseUrl: string },
): string => {
  const apiUrls = readLayers(page.window, options).flatMap(({ config, isTrusted }) => {
    const sdk = config["timekitConfig"];
    return isTrusted && isPlainObject(sdk) ? (sdk["apiBaseUrl"] ?? []) : [];
  });
  const urls = [options.brokerUrl, options.vendorUrl, apiUrls.at(-1) ?? timekitUrl];
  return [...new Set(urls.flatMap((url) => toUrl(url, baseUrl)?.host ?? []))].join(", ");
};
