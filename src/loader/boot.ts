import type { Api } from "./api.ts";
import { type FoundBy, findCurrentTag, findTags } from "./discovery/tags.ts";
import { createLoader } from "./loader.ts";
import { type Page, print } from "./page.ts";
import { isPlainObject } from "./plain-object.ts";

/** Where a copy of the loader finds how to hand its tags to an earlier one; pages have no use for it. */
const adoptKey = Symbol.for("timekit-embed.adopt");

type Adopt = (tags: readonly HTMLScriptElement[], foundBy: FoundBy) => void;

/**
 * Starts the loader in a page, or hands its tags to the copy that is there already. Never throws: a page works
 * without us.
 */
export const boot = (page: Page): Api | undefined => {
  try {
    const { window, document } = page;
    const global = window as { TimekitEmbed?: unknown };
    const before = global.TimekitEmbed;
    const tag = findCurrentTag(document);
    const api = isApi(before) ? before : createApi(page);
    if (api !== before) global.TimekitEmbed = api;
    api[adoptKey](tag ? [tag] : findTags(document), tag ? "currentScript" : "search");
    if (Array.isArray(before)) before.forEach(api.push);
    return api;
  } catch (error) {
    print(page.console, "error", error);
    return undefined;
  }
};

const createApi = (page: Page): Api & { readonly [adoptKey]: Adopt } => {
  const { api, adopt } = createLoader(page);
  return Object.defineProperty(api, adoptKey, { value: adopt }) as Api & { readonly [adoptKey]: Adopt };
};

/** What an earlier copy has put there; a page's `<form id=TimekitEmbed>`, or two of that name, are not it. */
const isApi = (value: unknown): value is Api & { readonly [adoptKey]: Adopt } =>
  isPlainObject(value) && "mount" in value && adoptKey in value;
