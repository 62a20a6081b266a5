import { containerOptions, toAttributeName, type OptionName } from "./option-table.ts";

/** One place where options may stand; `read` gives undefined or null where it says nothing. */
export interface Source {
  readonly read: (name: OptionName) => unknown;
  /** False where a stranger may have written it. */
  readonly isOwners: boolean;
}

/** The attributes of a script tag. */
export const fromTag = (tag: Element): Source => ({
  isOwners: true,
  read: (name) => tag.getAttribute(`data-${toAttributeName(name)}`),
});

/** The query of the tag's `src`, since tag managers drop attributes. */
export const fromQuery = (src: string): Source => {
  const query = new URLSearchParams(src.replace(/^[^?]*\??|#.*$/g, ""));
  return { isOwners: true, read: (name) => query.get(toAttributeName(name)) };
};

/** A container in the page's content: `data-timekit-resource-id` beside plain `data-` options. */
export const fromContainer = (container: Element): Source => ({
  isOwners: false,
  read: (name) =>
    containerOptions.includes(name)
      ? container.getAttribute(name === "resourceId" ? "data-timekit-resource-id" : `data-${toAttributeName(name)}`)
      : undefined,
});

/** What `mount()` was given; getters of the page may throw. */
export const fromObject = (options: Partial<Record<OptionName, unknown>>): Source => ({
  isOwners: true,
  read: (name) => options[name],
});
