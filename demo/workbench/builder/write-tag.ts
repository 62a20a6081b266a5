import { type Html, html } from "../../pages/html.ts";
import { type TagChoices, toConfig } from "./tag-choices.ts";

/** The built files, by their hashes. */
export interface Built {
  readonly version: string;
  /** From `integrity.json`, by file. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** Everything that belongs to a tag. */
export interface TagLines {
  /** The tag itself, with what stands around it. */
  readonly tag: string;
  /** Lines of a Content Security Policy, for pages that have one. */
  readonly policy: string;
}

/** Writes the tag for a page, what visitors see without JavaScript, and the policy that lets it work. */
export const writeTag = (choices: TagChoices, built: Built): TagLines => ({
  tag: [...before(choices), ...preload(choices, built), script(choices, built), noscript(choices)]
    .filter((line) => line !== "")
    .join("\n"),
  policy: policy(choices),
});

/** The attributes of the tag that say what is chosen, but for the two addresses. */
export const toAttributes = (choices: TagChoices): readonly (readonly [string, string])[] => {
  const config = toConfig(choices);
  const all: readonly (readonly [string, string])[] = [
    ["data-target", choices.target],
    ["data-notice", choices.notice === "on" ? "" : choices.notice],
    ["data-lang", choices.lang],
    ["data-lazy", choices.lazy === "" ? "" : "on"],
    ["data-min-height", choices.minHeight],
    ["data-fallback-url", choices.fallbackUrl],
    ["data-config", config === undefined ? "" : JSON.stringify(config)],
  ];
  return all.filter(([, value]) => value !== "");
};

const before = ({ target }: TagChoices): readonly string[] => {
  const id = /^#([\w-]+)$/.exec(target)?.[1];
  return id === undefined ? [] : [html`<div id="${id}"></div>`.html];
};

const addressOf = ({ host }: TagChoices, { version }: Built, file: string): string =>
  `${host === "" ? "https://cdn.example" : host}/${version}/${file}`;

// The vendor file is what takes longest; with the same hash and mode the browser fetches it once.
const preload = (choices: TagChoices, built: Built): readonly string[] =>
  Object.entries(built.integrity)
    .filter(([file]) => file.startsWith("vendor/") && choices.lazy === "")
    .map(([file, hash]) =>
      element("link", [
        ["rel", "preload"],
        ["as", "script"],
        ["crossorigin", "anonymous"],
        ["integrity", hash],
        ["href", addressOf(choices, built, file)],
      ]),
    );

const element = (name: string, attributes: readonly (readonly [string, string])[], more = ""): string =>
  `<${name}${attributes.map(([key, value]) => `\n  ${key}=${quote(value)}`).join("")}${more}\n>`;

const script = (choices: TagChoices, built: Built): string => {
  const attributes: readonly (readonly [string, string])[] = [
    ["src", addressOf(choices, built, "loader.js")],
    ...(built.integrity["loader.js"] === undefined
      ? []
      : ([
          ["integrity", built.integrity["loader.js"]],
          ["crossorigin", "anonymous"],
        ] as const)),
    ["data-resource-id", choices.resourceId],
    ["data-broker-url", choices.brokerUrl === "" ? "https://broker.example/client-token" : choices.brokerUrl],
    ...toAttributes(choices),
  ];
  return `${element("script", attributes, "\n  async")}</script>`;
};

// JSON is full of double quotes, and in single ones it stays readable.
const quote = (value: string): string =>
  value.includes('"') && !value.includes("'")
    ? `'${value.replace(/[&<>]/g, (character) => entities[character] ?? "")}'`
    : html`"${value}"`.html;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const noscript = ({ fallbackUrl }: TagChoices): string => {
  const link: Html =
    fallbackUrl === ""
      ? html`<p>The calendar needs JavaScript.</p>`
      : html`<p>The calendar needs JavaScript. <a href="${fallbackUrl}">Book in another way</a></p>`;
  return html`<noscript>${link}</noscript>`.html;
};

const policy = ({ host, brokerUrl }: TagChoices): string => {
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
