import type { Api } from "./api.ts";
import { createBeginSoon } from "./begin-soon.ts";
import type { FoundBy } from "./config/find-tags.ts";
import { findTarget } from "./config/find-target.ts";
import type { Options } from "./config/options.ts";
import { resolveOptions, type Source } from "./config/resolve-options.ts";
import {
  fromContainer,
  fromObject,
  fromQuery,
  fromTag,
  fromTrustedContainer,
  withoutPlace,
} from "./config/sources.ts";
import { createEmbed } from "./create-embed.ts";
import type { Embed } from "./embed.ts";
import { toLoaderError } from "./errors.ts";
import { examine } from "./examine.ts";
import { createExplain } from "./explain.ts";
import { createMounted } from "./mounted.ts";
import type { Page } from "./page.ts";
import { createNoticeMemory } from "./parts/notice-memory.ts";
import { createMountContainers } from "./mount-containers.ts";
import { createOldLines } from "./old-lines.ts";
import { ownerFile, vendorFile } from "./pinned-files.ts";
import { print } from "./print.ts";
import { builtIn } from "./built-in.ts";
import { readPageConfig } from "./read-page-config.ts";
import { parseUrl } from "./safe-url.ts";
import { createLoadPinned } from "./scripts/load-pinned.ts";
import { createToScriptUrl } from "./scripts/script-url.ts";
import type { Shared } from "./shared.ts";
import { fetchGrant } from "./token/fetch-grant.ts";
import { type Asker, queueGrants } from "./token/queue-grants.ts";
import { createUnusedTag } from "./unused-tag.ts";
import { watchCopies } from "./watch-copies.ts";
import { watchPage } from "./watch-page.ts";
import { watchPolicy } from "./watch-policy.ts";

/** The loader of one page: joins the parts, knows what is mounted, and watches for more. */
export const createLoader = (page: Page): Api => {
  const { window, document, console } = page;
  const url = builtIn(document, "URL");
  const baseUrl = url.startsWith("about:") ? builtIn(document, "baseURI") : url;
  const blocked = watchPolicy(document);
  const explain = createExplain(blocked, page);
  const loading = { page, explain, toScriptUrl: createToScriptUrl(window) };
  const claimed = new WeakSet<Element>();
  const mounted = createMounted(document, claimed);
  const { handles } = mounted;
  const begin = createBeginSoon();
  const unusedTag = createUnusedTag(console);
  let defaults: readonly Source[] = [];
  let loaderTag: HTMLScriptElement | undefined;

  const shared: Shared = {
    page,
    baseUrl,
    noticeMemory: createNoticeMemory(window, page.now),
    explain,
    blocked,
    fetchGrant: queueGrants((question) =>
      fetchGrant(question, page).catch((error: unknown) => {
        throw explain(toLoaderError(error, "broker/failed"), question.brokerUrl);
      }),
    ),
    loadVendor: createLoadPinned(vendorFile, loading),
    loadOwnerTools: createLoadPinned(ownerFile, loading),
    findTarget: (query) =>
      findTarget({
        ...query,
        document,
        pageTarget: readPageConfig(window)["targetEl"],
        isTaken: (target) => mounted.find(target) !== undefined,
      }),
    oldLines: createOldLines(page),
    drop: mounted.drop,
    onDestroyed: (handle) => handles.delete(handle),
  };

  const resolve = (...sources: readonly Source[]): Options => {
    const { lang } = builtIn(document, "documentElement");
    const page = fromObject({ brokerUrl: __BROKER_URL__ || undefined, lang: lang || undefined });
    const isCssLength = (text: string): boolean => window.CSS.supports("min-height", text);
    return resolveOptions([...sources, page], { baseUrl, isCssLength });
  };

  const mount = (options: Options, asker: Asker, tag?: HTMLScriptElement, foundBy?: FoundBy): Embed => {
    unusedTag.onUsed();
    begin.now();
    const present = mounted.findPresent(options.target);
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
    const handle = createEmbed(request, shared);
    // A listener of the page finds the calendar in `embeds` from the first event on.
    handles.add(handle);
    begin.soon(() => {
      handle.begin();
      if (options.debug) void examine(request, shared, handle.embed);
      if (handle.embed.target) watch(builtIn(handle.embed.target, "getRootNode")());
    });
    // A page that waits for this script is not shown without the calendar's place.
    if (!tag?.async) begin.now();
    return handle.embed;
  };

  const findBeside = (file: string, base = loaderTag?.src): string | undefined =>
    parseUrl(file, base ?? "")?.href;

  const containers = createMountContainers({
    console,
    claimed,
    countStrangers: () => [...handles].filter(({ asker }) => asker !== "owner").length,
    mount: (container, asker) => {
      const source = asker === "owner" ? fromTrustedContainer(container) : fromContainer(container);
      mount(resolve(source, ...defaults), asker);
    },
  });

  const adoptTag = (tag: HTMLScriptElement, foundBy?: FoundBy): void => {
    if (claimed.has(tag)) return;
    claimed.add(tag);
    if (tag.src) loaderTag ??= tag;
    const sources = [fromTag(tag), fromQuery(tag.src)];
    const options = resolve(...sources);
    containers.obey(options.containers);
    const isForOthers = !sources.some(({ read }) => read("resourceId", "resource-id") !== null);
    if (isForOthers || !defaults.length) defaults = sources.map(withoutPlace);
    if (isForOthers) unusedTag.onFound(tag);
    else mount(options, "owner", tag, foundBy);
  };

  /** What has left the document is back by the next task, or gone. */
  const sweep = (): void => {
    if (!copies.isCopied) mounted.sweep();
  };

  const copies = watchCopies(document, () => {
    const comeBacks = [...handles].map(({ withdraw }) => withdraw());
    return () => {
      for (const comeBack of comeBacks) comeBack();
      sweep();
    };
  });

  const watch = watchPage(document, {
    onElement: containers.find,
    onChanged: mounted.look,
    onTakenOut: sweep,
    onParsed: () => {
      mounted.look();
      // After the tags, the containers and the queue of a page that is parsed.
      setTimeout(unusedTag.warn);
    },
  });
  if (builtIn(document, "readyState") !== "loading") setTimeout(unusedTag.warn);

  const api: Api = {
    version: __VERSION__,
    mount: (options) => mount(resolve(fromObject(Object(options) as object), ...defaults), "owner"),
    get embeds() {
      begin.now();
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
    adopt: (tags, foundBy) => {
      for (const tag of tags) adoptTag(tag, foundBy);
      containers.find(document);
    },
  };
  return api;
};
