import type { Options } from "../../loader/config/options.ts";
import type { Finding } from "./finding.ts";

type Tag = Pick<Element, "getAttribute"> & { readonly src: string };

/** What was decided for each option, and where it stood. Options of Booking.js by name only: a token may be in them. */
export const findOptions = (options: Options, tag: Tag | undefined, target: Element | null): Finding[] => {
  const query = new URLSearchParams(tag?.src.replace(/#.*|^[^?#]*/g, ""));
  const findPlace = (name: string): string => {
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (tag?.getAttribute(`data-${attribute}`) != null) return `data-${attribute}`;
    if (query.has(attribute)) return `${attribute} in the address`;
    const own = name === "resourceId" ? "data-timekit-resource-id" : `data-${attribute}`;
    if (!tag && target?.getAttribute(own) != null) return `${own} of the container`;
    return tag ? "default" : "mount(), the loader's tag, or default";
  };
  const rows = names.map((name) => ({
    what: name,
    found: `${describe(options[name])} (${findPlace(name)})`,
  }));
  const keys = options.configs.map(({ config }) => Object.keys(config).join(", ") || "nothing");
  const config = { what: "config", found: keys.join("; over it ") || "nothing" };
  const { error } = options;
  return error
    ? [...rows, config, { what: "wrong", found: error.code, advice: error.message }]
    : [...rows, config];
};

const names = [
  "resourceId",
  "brokerUrl",
  "target",
  "notice",
  "upgradeUrl",
  "fallbackUrl",
  "lang",
  "lazy",
  "minHeight",
  "containers",
  "vendorUrl",
] as const;

const describe = (value: string | boolean | Element | undefined): string => {
  if (value instanceof Element) return `<${value.localName}${value.id && ` id="${value.id}"`}>`;
  // A query may hold a key of somebody's own broker.
  return value === undefined ? "not set" : String(value).replace(/\?.*/, "?…");
};
