import { builtIn } from "../page.ts";
import { optionTable } from "./option-table.ts";
import { type Source, toAttribute } from "./resolve-options.ts";

/** What makes an element a container, and says what it books. */
export const containerAttribute = "data-timekit-resource-id";

/** The attributes of a script tag. */
export const fromTag = (tag: Element): Source => ({
  read: (_, attribute) => tag.getAttribute(`data-${attribute}`),
});

/** The query of the tag's `src`, since tag managers drop attributes. */
export const fromQuery = (src: string): Source => {
  const query = new URLSearchParams(src.replace(/#.*|^[^?#]*/g, ""));
  return { read: (_, attribute) => query.get(attribute) };
};

/**
 * A container in the page's content, which a stranger may have written: it sets what is on the list, and the names of
 * the rest are told.
 */
export const fromContainer = (container: Element): Source => {
  const getAttribute = builtIn(container, "getAttribute");
  const readRaw = (attribute: string): string | null => getAttribute(`data-${attribute}`);
  const isAllowed = (attribute: string): boolean =>
    /^(notice|fallback-url|lang|start|lazy|config)$/.test(attribute) ||
    // A place of any height would push the page away.
    (attribute === "min-height" &&
      /^\s*([01]?\d{1,3}(\.\d+)?px|(100|\d\d?)(\.\d+)?(r?em|[sld]?vh)|0)\s*$/.test(readRaw(attribute) ?? ""));
  return {
    isTrusted: false,
    leftOut: Object.keys(optionTable)
      .map(toAttribute)
      .filter((attribute) => readRaw(attribute) !== null && !isAllowed(attribute))
      .map((attribute) => `data-${attribute}`),
    read: (name, attribute) =>
      name === "target"
        ? container
        : name === "resourceId"
          ? getAttribute(containerAttribute)
          : isAllowed(attribute)
            ? readRaw(attribute)
            : undefined,
  };
};

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
export const asDefaults = ({ read }: Source): Source => ({
  read: (name, attribute) => (/^(resourceId|target)$/.test(name) ? undefined : read(name, attribute)),
});
