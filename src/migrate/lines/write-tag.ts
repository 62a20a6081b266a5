import type { PlainObject } from "../migration.ts";
import { escapeHtml } from "./escape-html.ts";

/** The built files, by their hashes. */
export interface Built {
  readonly version: string;
  /** From `integrity.json`, by file. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** What stands in the tag; an empty text leaves the option out. */
export interface TagOptions {
  /** Where `dist/` is deployed, without the version. */
  readonly host: string;
  readonly resourceId: string;
  readonly brokerUrl: string;
  readonly target: string;
  readonly notice: string;
  readonly lang: string;
  readonly lazy: string;
  readonly minHeight: string;
  readonly fallbackUrl: string;
  /** v1 options for `data-config`: plain data. */
  readonly config?: PlainObject | undefined;
}

/** Everything that belongs to a tag. */
export interface TagLines {
  /** The tag itself, with what stands around it. */
  readonly tag: string;
  /** Lines of a Content Security Policy, for pages that have one. */
  readonly policy: string;
}

/** Writes the tag for a page, what visitors see without JavaScript, and the policy that lets it work. */
export const writeTag = (options: TagOptions, built: Built): TagLines => ({
  tag: [
    ...writeTarget(options.target),
    ...preload(options, built),
    writeScript(options, built),
    noscript(options),
  ].join("\n"),
  policy: policy(options),
});

/** The script element alone. Without a resource id it mounts nothing, and its options are the defaults of `mount()`. */
export const writeScript = (options: TagOptions, built: Built): string => {
  const integrity = built.integrity["loader.js"];
  const attributes: readonly Attribute[] = [
    ["src", addressOf(options, built, "loader.js")],
    ...(integrity === undefined
      ? []
      : ([
          ["integrity", integrity],
          ["crossorigin", "anonymous"],
        ] as const)),
    ...(options.resourceId === "" ? [] : ([["data-resource-id", options.resourceId]] as const)),
    ["data-broker-url", options.brokerUrl === "" ? "https://broker.example/client-token" : options.brokerUrl],
    ...toAttributes(options),
  ];
  return `${element("script", attributes, "\n  async")}</script>`;
};

/** The element that a target names by its id alone; for any other target it is the page's. */
export const writeTarget = (target: string): readonly string[] => {
  const id = /^#([\w-]+)$/.exec(target)?.[1];
  return id === undefined ? [] : [`<div id="${id}"></div>`];
};

/** The attributes of the tag that say what is chosen, but for the two addresses. */
export const toAttributes = (options: TagOptions): readonly Attribute[] => {
  const { config } = options;
  const hasConfig = config !== undefined && Object.keys(config).length > 0;
  const all: readonly Attribute[] = [
    ["data-target", options.target],
    ["data-notice", options.notice === "on" ? "" : options.notice],
    ["data-lang", options.lang],
    ["data-lazy", options.lazy === "" ? "" : "on"],
    ["data-min-height", options.minHeight],
    ["data-fallback-url", safeLink(options.fallbackUrl)],
    ["data-config", hasConfig ? JSON.stringify(config) : ""],
  ];
  return all.filter(([, value]) => value !== "");
};

type Attribute = readonly [name: string, value: string];

const addressOf = ({ host }: TagOptions, { version }: Built, file: string): string =>
  `${host === "" ? "https://cdn.example" : host}/${version}/${file}`;

// The vendor file is what takes longest; with the same hash and mode the browser fetches it once.
const preload = (options: TagOptions, built: Built): readonly string[] =>
  Object.entries(built.integrity)
    .filter(([file]) => file.startsWith("vendor/") && options.lazy === "")
    .map(([file, hash]) =>
      element("link", [
        ["rel", "preload"],
        ["as", "script"],
        ["crossorigin", "anonymous"],
        ["integrity", hash],
        ["href", addressOf(options, built, file)],
      ]),
    );

const element = (name: string, attributes: readonly Attribute[], more = ""): string =>
  `<${name}${attributes.map(([key, value]) => `\n  ${key}=${quote(value)}`).join("")}${more}\n>`;

// JSON is full of double quotes, and in single ones it stays readable.
const quote = (value: string): string =>
  value.includes('"') && !value.includes("'")
    ? `'${escapeHtml(value).replaceAll("&quot;", '"')}'`
    : `"${escapeHtml(value)}"`;

// Of what the loader takes for a link; a `javascript:` one would be a script of whoever wrote it.
const safeLink = (link: string): string =>
  /^(?:https?:\/\/|mailto:|tel:)/i.test(link.trim()) ? link.trim() : "";

const noscript = ({ fallbackUrl }: TagOptions): string => {
  const link = safeLink(fallbackUrl);
  const way = link === "" ? "" : ` <a href="${escapeHtml(link)}">Book in another way</a>`;
  return `<noscript><p>The calendar needs JavaScript.${way}</p></noscript>`;
};

const policy = ({ host, brokerUrl }: TagOptions): string => {
  const loader = originOf(host) ?? "https://cdn.example";
  const broker = originOf(brokerUrl) ?? "https://broker.example";
  return [`script-src ${loader};`, `connect-src ${broker} https://api.timekit.io;`, "img-src https:;"].join(
    "\n",
  );
};

const originOf = (address: string): string | undefined => {
  try {
    return new URL(address).origin;
  } catch {
    // Half a word, while it is being typed: the example stands instead.
    return undefined;
  }
};
