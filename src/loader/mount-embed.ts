import { buildConfig } from "./booking/build-config.ts";
import { findTarget } from "./config/find-target.ts";
import type { Options } from "./config/options.ts";
import { createEmbed } from "./create-embed.ts";
import type { Embed } from "./embed.ts";
import { LoaderError } from "./errors.ts";
import { emit } from "./events.ts";
import type { Page } from "./page.ts";
import { createParts } from "./parts/create-parts.tsx";
import type { NoticeMemory } from "./parts/notice-memory.ts";
import { chooseWords } from "./parts/words.ts";
import { createPlace, type Place } from "./place.ts";
import { isPlainObject, type PlainObject } from "./plain-object.ts";
import { print } from "./print.ts";
import type { Vendor, VendorSource } from "./scripts/load-vendor.ts";
import { parseUrl } from "./safe-url.ts";
import type { shareFlights } from "./token/share-flights.ts";
import { whenNear, whileParsing } from "./watch-page.ts";

/** What all embeds of a page share. */
export interface Shared {
  readonly page: Page;
  readonly baseUrl: string;
  /** @throws LoaderError `browser/unsupported` */
  readonly sheet: () => CSSStyleSheet;
  readonly noticeMemory: NoticeMemory;
  readonly fetchGrant: ReturnType<typeof shareFlights>;
  readonly loadVendor: (source: Omit<VendorSource, "toScriptUrl">) => Promise<Vendor>;
  readonly isTaken: (target: Element) => boolean;
  readonly onClaimed: (target: Element, getEmbed: () => Embed) => void;
  readonly onDestroyed: (embed: Embed) => void;
}

export interface MountRequest {
  readonly options: Options;
  /** The script tag that asks for the calendar. */
  readonly tag: HTMLScriptElement | undefined;
  /** The script tag that the loader came from; the vendor file is beside it. */
  readonly loaderTag: HTMLScriptElement | undefined;
}

/** Mounts one calendar with options that have been parsed. */
export const mountEmbed = (request: MountRequest, shared: Shared): Embed => {
  const { options, tag, loaderTag } = request;
  const { page, baseUrl } = shared;
  const embed: Embed = createEmbed({
    resourceId: options.resourceId,
    fallbackUrl: options.fallbackUrl,
    words: chooseWords(options.lang, options.words),
    baseUrl,
    place: createPlaceFor(request, shared, () => embed),
    readConfig: () => {
      if (options.error) throw options.error;
      return buildConfig({
        layers: [{ config: readPageConfig(page), isOwners: true }, ...options.configs],
        baseUrl,
        warn: (option) => print(page.console, "warn", `Ignored: ${option}. The broker and the loader decide it.`),
      });
    },
    askForGrant: async ({ renew, signal }) => {
      const { brokerUrl, resourceId } = options;
      // `readConfig` has thrown where one of them is missing.
      if (!brokerUrl || !resourceId) throw new LoaderError("config/no-broker-url");
      return shared.fetchGrant({ brokerUrl, resourceId, renew, signal });
    },
    loadVendor: async () => {
      const url = options.vendorUrl ?? (loaderTag?.src ? parseUrl(__VENDOR_FILE__, loaderTag.src) : null);
      if (!url) throw new LoaderError("config/bad-option", { subject: "data-vendor-url is missing" });
      const nonce = options.nonce ?? (tag ?? loaderTag)?.nonce;
      return shared.loadVendor({ url, integrity: __VENDOR_INTEGRITY__, nonce });
    },
    report: ({ code, message, requestId }) => print(page.console, "error", code, message, requestId),
    onDestroyed: () => shared.onDestroyed(embed),
  });
  return embed;
};

const createPlaceFor = (request: MountRequest, shared: Shared, getEmbed: () => Embed): Place => {
  const { options, tag } = request;
  const { page, noticeMemory, isTaken } = shared;
  const { document } = page;
  const place = createPlace({
    isLazy: options.lazy,
    origin: tag ?? document,
    findTarget: () =>
      findTarget({ target: options.target, pageTarget: readPageConfig(page)["targetEl"], tag, document, isTaken }),
    claimTarget: (target) => shared.onClaimed(target, getEmbed),
    createParts: (target) =>
      createParts({
        target,
        sheet: shared.sheet(),
        words: chooseWords(options.lang, options.words),
        minHeight: options.minHeight,
        notice: isNoticeShown(options, noticeMemory)
          ? {
              upgradeUrl: options.upgradeUrl,
              onAction: (action) => {
                if (action === "dismissed") noticeMemory.dismiss();
                emit(target, "timekit-embed:notice", { action });
              },
            }
          : undefined,
      }),
    whileParsing: (look) => whileParsing(document, look),
    whenNear,
  });
  return place;
};

const isNoticeShown = ({ notice }: Options, memory: NoticeMemory): boolean =>
  (notice === "on" || (notice === "owner" && memory.isOwner())) && !memory.isDismissed();

/** The page's own v1 configuration; a `<a id=timekitBookingConfig>` is none. */
const readPageConfig = ({ window }: Page): PlainObject => {
  const { timekitBookingConfig } = window as { timekitBookingConfig?: unknown };
  return isPlainObject(timekitBookingConfig) ? timekitBookingConfig : {};
};
