import type { Api } from "./api.ts";
import { findCurrentTag, findTags } from "./config/find-tags.ts";
import { createLoader } from "./loader.ts";
import type { Page } from "./page.ts";
import { isPlainObject } from "./plain-object.ts";
import { print } from "./print.ts";

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
    const tags = tag ? [tag] : findTags(document);
    const api = isApi(before) ? before : createLoader(page);
    if (api !== before) global.TimekitEmbed = api;
    api.adopt(tags, tag ? "currentScript" : "search");
    if (Array.isArray(before)) before.forEach(api.push);
    return api;
  } catch (error) {
    print(page.console, "error", error);
    return undefined;
  }
};

/** What an earlier copy has put there; a page's `<form id=TimekitEmbed>`, or two of that name, are not it. */
const isApi = (value: unknown): value is Api => isPlainObject(value) && "mount" in value && "adopt" in value;
