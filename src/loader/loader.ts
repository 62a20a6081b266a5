import type { Embed } from "./events.ts";
import type { EmbedHandle } from "./embed/registry.ts";
import type { Asker } from "./page.ts";
import type { Api } from "./api.ts";
import { createContainers } from "./discovery/containers.ts";
import { type FoundBy, watchUnusedTag } from "./discovery/tags.ts";
import { findTarget } from "./discovery/target.ts";
import { watchTurboCache } from "./discovery/turbo-cache.ts";
import { watchDocument } from "./discovery/watch-document.ts";
import { createEmbed } from "./embed/create-embed.ts";
import { createEmbedRegistry } from "./embed/registry.ts";
import { createStartQueue } from "./embed/start-queue.ts";
import { LoaderError } from "./errors.ts";
import type { Options } from "./options/options.ts";
import { resolveOptions, type Source } from "./options/resolve-options.ts";
import {
  asDefaults,
  containerAttribute,
  fromContainer,
  fromObject,
  fromQuery,
  fromTag,
  fromTrustedContainer,
} from "./options/sources.ts";
import { examine } from "./owner-tools.ts";
import { builtIn, type Page, print, readPageConfig, type Undo } from "./page.ts";
import { parseUrl } from "../contract/secure-url.ts";
import { createServices } from "./services.ts";

export interface Loader {
  readonly api: Api;
  /** Mounts what these tags ask for, and the page's containers. */
  readonly adopt: (tags: readonly HTMLScriptElement[], foundBy: FoundBy) => void;
  /** Destroys all calendars; nothing of the loader is left in the page then. */
  readonly stop: Undo;
}

/** Where the wish for a calendar comes from. */
interface Origin {
  readonly asker: Asker;
  readonly tag?: HTMLScriptElement;
  readonly foundBy?: FoundBy;
}

/** The loader of one page: joins the rooms, knows what is mounted, and mounts what is added. */
export const createLoader = (page: Page): Loader => {
  const { window, document, console } = page;
  const services = createServices(page);
  const { baseUrl } = services;
  const startQueue = createStartQueue();
  const claimed = new WeakSet<Element>();
  const registry = createEmbedRegistry(document, claimed);
  const { handles } = registry;
  let defaults: readonly Source[] = [];
  let loaderTag: HTMLScriptElement | undefined;
  let sweepTimer: ReturnType<typeof setTimeout> | undefined;

  const resolve = (...sources: readonly Source[]): Options => {
    const { lang } = builtIn(document, "documentElement");
    const ofPage = fromObject({ brokerUrl: __BROKER_URL__ || undefined, lang: lang || undefined });
    const isCssLength = (text: string): boolean => window.CSS.supports("min-height", text);
    return resolveOptions([...sources, ofPage], { baseUrl, isCssLength });
  };

  const mount = (options: Options, { asker, tag, foundBy }: Origin): Embed => {
    unusedTag.onUsed();
    startQueue.flush();
    const present = registry.findPresent(options.target);
    if (present) return present;
    const request = {
      options,
      asker,
      tag,
      foundBy,
      vendorUrl: options.vendorUrl ?? findBeside(__VENDOR_FILE__),
      ownerUrl: findBeside(__OWNER_FILE__, options.vendorUrl) ?? "",
      nonce: options.nonce ?? (tag ?? loaderTag)?.nonce,
    };
    const handle = createEmbed({
      request,
      services,
      findTarget: (query) =>
        findTarget({
          ...query,
          document,
          pageTarget: readPageConfig(window)["targetEl"],
          isTaken: (target) => registry.find(target) !== undefined,
        }),
      onRemoved: registry.drop,
      onDestroyed,
    });
    // A listener of the page finds the calendar in `embeds` from the first event on.
    handles.add(handle);
    startQueue.schedule(() => {
      handle.begin();
      if (options.debug) void examine(request, services, handle.embed);
      if (handle.embed.target && handles.has(handle)) watch.add(handle.embed.target);
    });
    // A page that waits for this script is not shown without the calendar's place.
    if (!tag?.async) startQueue.flush();
    return handle.embed;
  };

  const onDestroyed = (handle: EmbedHandle): void => {
    handles.delete(handle);
    if (handle.embed.target) watch.remove(handle.embed.target);
  };

  const findBeside = (file: string, base = loaderTag?.src): string | undefined =>
    parseUrl(file, base ?? "")?.href;

  const containers = createContainers({
    attribute: containerAttribute,
    console,
    claimed,
    countStrangers: () => [...handles].filter(({ asker }) => asker !== "owner").length,
    mount: (container, kind) => {
      const source = kind === "trusted" ? fromTrustedContainer(container) : fromContainer(container);
      mount(resolve(source, ...defaults), { asker: kind === "trusted" ? "owner" : kind });
    },
  });

  /** What has left the document is back by the next task, or gone. */
  const dropDetached = (): void => {
    if (!turboCache.isSnapshotting) registry.dropDetached();
  };

  const adoptTag = (tag: HTMLScriptElement, foundBy: FoundBy): void => {
    if (claimed.has(tag)) return;
    claimed.add(tag);
    if (tag.src) loaderTag ??= tag;
    const sources = [fromTag(tag), fromQuery(tag.src)];
    const options = resolve(...sources);
    containers.obey(options.containers);
    if (containers.isOff()) watch.ignoreContainers();
    const isForOthers = !sources.some(({ read }) => read("resourceId", "resource-id") !== null);
    if (isForOthers || !defaults.length) defaults = sources.map(asDefaults);
    if (isForOthers) unusedTag.onFound();
    else mount(options, { asker: "owner", tag, foundBy });
  };

  const unusedTag = watchUnusedTag(window, () => {
    const { code, message } = new LoaderError("config/no-resource-id");
    print(console, "warn", code, message);
  });

  const turboCache = watchTurboCache(document, () => {
    const putBacks = [...handles].map(({ detach }) => detach());
    return () => {
      for (const putBack of putBacks) putBack();
      dropDetached();
    };
  });

  const watch = watchDocument(page, {
    attribute: containerAttribute,
    onAdded: (roots) => {
      containers.find(roots);
      registry.tryMount();
    },
    onRemoved: () => {
      clearTimeout(sweepTimer);
      sweepTimer = setTimeout(dropDetached);
    },
    onParsed: registry.tryMount,
  });

  const api: Api = {
    version: __VERSION__,
    mount: (options) =>
      mount(resolve(fromObject(Object(options) as object), ...defaults), { asker: "owner" }),
    get embeds() {
      startQueue.flush();
      return [...handles].map(({ embed }) => embed);
    },
    push: (callback) => {
      unusedTag.onUsed();
      try {
        callback(api);
      } catch (error) {
        print(console, "error", error);
      }
    },
  };

  return {
    api,
    adopt: (tags, foundBy) => {
      for (const tag of tags) adoptTag(tag, foundBy);
      containers.find([document]);
    },
    stop: () => {
      startQueue.clear();
      clearTimeout(sweepTimer);
      for (const undo of [containers.stop, unusedTag.stop, watch.stop, turboCache.stop, services.stop])
        undo();
      for (const { embed } of handles) embed.destroy();
    },
  };
};
