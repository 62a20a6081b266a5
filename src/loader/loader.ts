import type { Api } from "./api.ts";
import { adoptStyles } from "./booking/adopt-styles.ts";
import type { MountOptions, Options } from "./config/options.ts";
import { resolveOptions } from "./config/resolve-options.ts";
import { fromContainer, fromObject, fromQuery, fromTag, type Source } from "./config/sources.ts";
import type { Embed } from "./embed.ts";
import { LoaderError } from "./errors.ts";
import { emit } from "./events.ts";
import { mountEmbed, type Shared } from "./mount-embed.ts";
import type { Page } from "./page.ts";
import { createPartsSheet } from "./parts/create-part.ts";
import { createNoticeMemory } from "./parts/notice-memory.ts";
import { print } from "./print.ts";
import { shareVendor } from "./scripts/share-vendor.ts";
import { fetchGrant } from "./token/fetch-grant.ts";
import { shareFlights } from "./token/share-flights.ts";
import { watchTree, whileParsing } from "./watch-page.ts";

const containerSelector = "[data-timekit-resource-id]";

/** The loader of one page: joins the parts, knows what is mounted, and watches for more. */
export const createLoader = (page: Page): Api => {
  const { document, console } = page;
  const claimed = new WeakSet<Element>();
  const targets = new Map<Element, () => Embed>();
  const embeds = new Set<Embed>();
  let defaults: readonly Source[] = [];
  let loaderTag: HTMLScriptElement | undefined;
  let mountsContainers = true;
  let isUsed = false;
  let sheet: CSSStyleSheet | undefined;

  const shared: Shared = {
    page,
    baseUrl: document.URL.startsWith("about:") ? document.baseURI : document.URL,
    sheet: () => (sheet ??= createPartsSheet(page.window)),
    noticeMemory: createNoticeMemory(page.window, page.now),
    fetchGrant: shareFlights((question) => fetchGrant(question, page)),
    loadVendor: shareVendor(page, ({ styles }) => adoptStyles(styles, document)),
    isTaken: (target) => targets.has(target),
    onClaimed: (target, getEmbed) => {
      targets.set(target, getEmbed);
      watch(target.getRootNode());
    },
    onDestroyed: (embed) => {
      embeds.delete(embed);
      if (embed.target) targets.delete(embed.target);
    },
  };

  const resolve = (...sources: readonly Source[]): Options =>
    resolveOptions(sources, {
      baseUrl: shared.baseUrl,
      isCssLength: (text) => page.window.CSS.supports("min-height", text),
      pageLang: document.documentElement.lang,
      builtInBrokerUrl: __BROKER_URL__,
    });

  const mountWith = (options: Options, tag?: HTMLScriptElement): Embed => {
    isUsed = true;
    const embed = findMounted(options.target) ?? mountEmbed({ options, tag, loaderTag }, shared);
    embeds.add(embed);
    return embed;
  };

  const findMounted = (target: Options["target"]): Embed | undefined => {
    try {
      const element = typeof target === "string" ? document.querySelector(target) : target;
      return element ? targets.get(element)?.() : undefined;
    } catch {
      // A bad selector is named when the target is looked for.
      return undefined;
    }
  };

  const mountContainers = (root: ParentNode): void => {
    if (!mountsContainers) return;
    const own = root instanceof Element && root.matches(containerSelector) ? [root] : [];
    for (const container of [...own, ...root.querySelectorAll(containerSelector)]) {
      if (claimed.has(container)) continue;
      claimed.add(container);
      mountWith(resolve(fromObject({ target: container }), fromContainer(container), ...defaults));
    }
  };

  const adoptTag = (tag: HTMLScriptElement): void => {
    if (claimed.has(tag)) return;
    claimed.add(tag);
    if (tag.src) loaderTag ??= tag;
    const sources = [fromTag(tag), fromQuery(tag.src)];
    const options = resolve(...sources);
    if (!options.containers) mountsContainers = false;
    const isOnlyDefaults = !sources.some(({ read }) => read("resourceId") !== null);
    if (isOnlyDefaults || !defaults.length) defaults = sources.map(withoutPlace);
    if (isOnlyDefaults) warnIfUnused(tag);
    else mountWith(options, tag);
  };

  const warnIfUnused = (tag: HTMLScriptElement): void => {
    const check = (): void => {
      if (isUsed || document.readyState === "loading") return;
      const { code, message, retryable } = new LoaderError("config/no-resource-id");
      print(console, "error", code, message);
      emit(tag, "timekit-embed:error", { code, message, retryable });
    };
    // After the queue and the containers.
    if (document.readyState === "loading") whileParsing(document, check);
    else setTimeout(check);
  };

  const sweep = (): void => {
    for (const embed of embeds) {
      if (!embed.target || embed.target.isConnected) continue;
      // It may come back to the page later.
      claimed.delete(embed.target);
      embed.destroy();
    }
  };

  const watch = watchTree({ onAdded: mountContainers, onRemoved: sweep });
  watch(document);

  const api: Api = {
    version: __VERSION__,
    mount: (options) => mountWith(resolve(fromObject(Object(options) as MountOptions), ...defaults)),
    get embeds() {
      return [...embeds];
    },
    push: (callback) => {
      isUsed = true;
      try {
        callback(api);
      } catch (error) {
        print(console, "error", error);
      }
    },
    adopt: (tags) => {
      tags.forEach(adoptTag);
      mountContainers(document);
    },
  };
  return api;
};

/** A tag's options as defaults for others: all but what it books and where. */
const withoutPlace = (source: Source): Source => ({
  ...source,
  read: (name) => (name === "resourceId" || name === "target" ? undefined : source.read(name)),
});
