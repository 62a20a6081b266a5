import { builtIn } from "../built-in.ts";
import { containerAttribute } from "./find-containers.ts";
import type { Source } from "./resolve-options.ts";

/** The attributes of a script tag. */
export const fromTag = (tag: Element): Source => ({
  read: (_, attribute) => tag.getAttribute(`data-${attribute}`),
});

/** The query of the tag's `src`, since tag managers drop attributes. */
export const fromQuery = (src: string): Source => {
  const query = new URLSearchParams(src.replace(/#.*|^[^?#]*/g, ""));
  return { read: (_, attribute) => query.get(attribute) };
};

/** A container in the page's content, which a stranger may have written: it sets only what it may. */
export const fromContainer = (container: Element): Source => ({
  isForeign: true,
  read: (name, attribute) =>
    name === "target"
      ? container
      : name === "resourceId"
        ? builtIn(container, "getAttribute")(containerAttribute)
        : /^(notice|fallback-url|lang|lazy|min-height|config)$/.test(attribute)
          ? builtIn(container, "getAttribute")(`data-${attribute}`)
          : undefined,
});

/** The same on a site where no stranger can write HTML: it sets what a tag may, but stands where it stands. */
export const fromTrustedContainer = (container: Element): Source => ({
  read: (name, attribute) =>
    name === "target"
      ? container
      : builtIn(container, "getAttribute")(name === "resourceId" ? containerAttribute : `data-${attribute}`),
});

/** What `mount()` was given; getters of the page may throw. */
export const fromObject = (options: object): Source => ({
  read: (name) => (options as Readonly<Record<string, unknown>>)[name],
});

/** What others take over from a tag: all but what it books and where. */
export const withoutPlace = ({ read }: Source): Source => ({
  read: (name, attribute) => (/^(resourceId|target)$/.test(name) ? undefined : read(name, attribute)),
});
