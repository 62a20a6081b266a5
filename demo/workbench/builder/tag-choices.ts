import type { PlainObject } from "../../../src/migrate/index.ts";
import type { TagOptions } from "../../../src/migrate/lines/write-tag.ts";

/** What the builder asks for; an empty text leaves the option out. */
export interface TagChoices extends Omit<TagOptions, "config"> {
  readonly name: string;
  readonly length: string;
  readonly view: string;
  readonly format: string;
}

/** Reads them from a form or a query. */
export const readTagChoices = (from: { readonly get: (name: string) => unknown }): TagChoices => {
  const read = (name: keyof TagChoices): string => {
    const value = from.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    host: read("host").replace(/\/+$/, ""),
    resourceId: read("resourceId"),
    brokerUrl: read("brokerUrl"),
    target: read("target"),
    notice: read("notice"),
    lang: read("lang"),
    lazy: read("lazy"),
    minHeight: read("minHeight"),
    fallbackUrl: read("fallbackUrl"),
    name: read("name"),
    length: read("length"),
    view: read("view"),
    format: read("format"),
  };
};

/** The same as options of a tag. */
export const toTagOptions = (choices: TagChoices): TagOptions => ({ ...choices, config: toConfig(choices) });

/** The v1 options for `data-config`; undefined where none is chosen. */
export const toConfig = ({ name, length, view, format }: TagChoices): PlainObject | undefined => {
  const config = {
    ...(name !== "" && { name }),
    ...(length !== "" && { timekitFindTime: { length } }),
    ...(view !== "" && { availabilityView: view }),
    ...(format !== "" && { localization: { timeDateFormat: format } }),
  };
  return Object.keys(config).length > 0 ? config : undefined;
};
