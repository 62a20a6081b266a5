import type { ReadContext } from "../../loader/options/option-table.ts";
import type { Options } from "../../loader/options/options.ts";
import { resolveOptions, type Source } from "../../loader/options/resolve-options.ts";
import { fromContainer, fromQuery, fromTag } from "../../loader/options/sources.ts";
import { builtIn } from "../../loader/page.ts";
import type { Finding } from "./finding.ts";

export interface OptionFacts {
  readonly options: Options;
  readonly tag: HTMLScriptElement | undefined;
  readonly target: Element | null;
  /** The one that the options were read with. */
  readonly context: ReadContext;
}

/** What was decided for each option, and where it stood. Options of Booking.js by name only: a token may be in them. */
export const findOptions = ({ options, tag, target, context }: OptionFacts): Finding[] => {
  const places = listPlaces(tag, target);
  const findPlace = (name: Shown): string =>
    places.map((place) => findIn(place, name, context)).find((found) => found !== undefined) ??
    (tag ? "default" : "mount(), the loader's tag, or default");
  const rows = shown.map((name) => ({
    what: name,
    found: `${describe(options[name])} (${findPlace(name)})`,
  }));
  const keys = options.configs.map(({ config }) => Object.keys(config).join(", ") || "nothing");
  const config = { what: "config", found: keys.join("; over it ") || "nothing" };
  const { error, ignored } = options;
  return [
    ...rows,
    config,
    ...ignored.map((found) => ({ what: "ignored", found })),
    ...(error ? [{ what: "wrong", found: error.code, advice: error.message }] : []),
  ];
};

const shown = [
  "resourceId",
  "brokerUrl",
  "target",
  "notice",
  "upgradeUrl",
  "fallbackUrl",
  "lang",
  "start",
  "prefill",
  "dataLayer",
  "minHeight",
  "containers",
  "vendorUrl",
] as const;

type Shown = (typeof shown)[number];

/** A source of options that an owner can look into, and how the place of one in there is written. */
interface Place {
  readonly source: Source;
  readonly write: (attribute: string) => string;
}

/** Strongest first, as the loader reads them. */
const listPlaces = (tag: HTMLScriptElement | undefined, target: Element | null): readonly Place[] => {
  if (tag)
    return [
      { source: fromTag(tag), write: (attribute) => `data-${attribute}` },
      { source: fromQuery(tag.src), write: (attribute) => `${attribute} in the address` },
    ];
  if (!target || !builtIn(target, "hasAttribute")("data-timekit-resource-id")) return [];
  const write = (attribute: string): string =>
    attribute === "target"
      ? "the container itself"
      : `data-${attribute.replace(/^resource-id$/, "timekit-resource-id")} of the container`;
  return [{ source: fromContainer(target), write }];
};

/** Has the loader read this option from this place alone; what it does not accept counts for nothing. */
const findIn = ({ source, write }: Place, name: Shown, context: ReadContext): string | undefined => {
  let found: string | undefined;
  const read: Source["read"] = (asked, attribute) => {
    const isAsked = asked === name || (asked === "lazy" && name === "start");
    const raw = isAsked ? source.read(asked, attribute) : undefined;
    if (raw !== undefined && raw !== null) found = write(attribute);
    return raw;
  };
  const { error, ignored } = resolveOptions([{ read }], context);
  return error?.code.startsWith("config/bad-") || ignored.length > 0 ? undefined : found;
};

const describe = (value: string | boolean | Element | undefined): string => {
  if (value instanceof Element) return `<${value.localName}${value.id && ` id="${value.id}"`}>`;
  // A query may hold a key of somebody's own broker.
  return value === undefined ? "not set" : String(value).replace(/\?.*/, "?…");
};
