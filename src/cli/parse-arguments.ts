import { parseArgs } from "node:util";
import { isUuid } from "../contract/uuid.ts";
import type { MigrationTarget } from "../migrate/index.ts";
import type { TagOptions } from "../migrate/lines/write-tag.ts";

/** What the command line asks for. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | { readonly name: "migrate"; readonly options: MigrateOptions }
  | { readonly name: "tag"; readonly options: TagArguments };

export interface MigrateOptions {
  readonly target: MigrationTarget;
  /** By the e-mail address that a page names; the one for all stands under an empty text. */
  readonly resourceIds: ReadonlyMap<string, string>;
  readonly brokerUrl: string;
  readonly projectId: string;
  readonly appKey: string;
  readonly host: string;
  readonly isJson: boolean;
  readonly isWritten: boolean;
  readonly isForced: boolean;
  readonly paths: readonly string[];
}

export interface TagArguments extends Omit<TagOptions, "config"> {
  readonly isJson: boolean;
}

/** Wrong use: the message says what to do instead. */
export class UsageError extends Error {}

/** Reads the words of the command line; throws a `UsageError` for a wrong one. */
export const parseArguments = (words: readonly string[]): Command => {
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || words.includes("--help") || words.includes("-h"))
    return { name: "help" };
  if (name === "--version") return { name: "version" };
  if (name === "migrate") return { name, options: parseMigrate(rest) };
  if (name === "tag") return { name, options: parseTag(rest) };
  throw new UsageError(`There is no command ${JSON.stringify(name)}; there are migrate and tag.`);
};

const parseMigrate = (words: readonly string[]): MigrateOptions => {
  const { values, positionals } = read(words, {
    target: text,
    "resource-id": { type: "string", multiple: true },
    "broker-url": text,
    "project-id": text,
    "app-key": text,
    host: text,
    json: flag,
    write: flag,
    force: flag,
  });
  const target = values.target ?? "embed";
  if (!isTarget(target)) throw new UsageError("--target is embed, v2 or v3.");
  if (positionals.length === 0) throw new UsageError("Name the files or folders to read.");
  const options: MigrateOptions = {
    target,
    resourceIds: new Map((values["resource-id"] ?? []).map(readResource)),
    brokerUrl: readAddress("--broker-url", values["broker-url"]),
    projectId: values["project-id"] ?? "",
    appKey: readKey(values["app-key"]),
    host: readAddress("--host", values.host).replace(/\/+$/, ""),
    isJson: values.json === true,
    isWritten: values.write === true,
    isForced: values.force === true,
    paths: positionals,
  };
  if (options.isWritten) checkWriting(options);
  return options;
};

// Lines with blanks in them would end the page's calendar.
const checkWriting = ({ target, resourceIds, brokerUrl, projectId, appKey, host }: MigrateOptions): void => {
  const missing =
    target === "embed"
      ? [
          ...(resourceIds.size === 0 ? ["--resource-id"] : []),
          ...(brokerUrl === "" ? ["--broker-url"] : []),
          ...(host === "" ? ["--host"] : []),
        ]
      : [
          ...(appKey === "" ? ["--app-key"] : []),
          ...(projectId === "" && resourceIds.size === 0 ? ["--project-id or --resource-id"] : []),
        ];
  if (missing.length > 0)
    throw new UsageError(`--write needs ${missing.join(" and ")}, since blanks would stop the calendar.`);
};

const parseTag = (words: readonly string[]): TagArguments => {
  const { values, positionals } = read(words, {
    "resource-id": text,
    "broker-url": text,
    host: text,
    target: text,
    notice: text,
    lang: text,
    lazy: flag,
    "min-height": text,
    "fallback-url": text,
    json: flag,
  });
  if (positionals.length > 0)
    throw new UsageError(`tag takes options only, not ${JSON.stringify(positionals[0])}.`);
  const notice = values.notice ?? "on";
  if (!["on", "owner", "off"].includes(notice)) throw new UsageError("--notice is on, owner or off.");
  const [, resourceId] = readResource(values["resource-id"] ?? "");
  return {
    host: readAddress("--host", values.host).replace(/\/+$/, ""),
    resourceId,
    brokerUrl: readAddress("--broker-url", values["broker-url"]),
    target: values.target ?? "",
    notice,
    lang: values.lang ?? "",
    lazy: values.lazy === true ? "on" : "",
    minHeight: values["min-height"] ?? "",
    fallbackUrl: readLink(values["fallback-url"]),
    isJson: values.json === true,
  };
};

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

const read = <const Options extends NonNullable<Parameters<typeof parseArgs>[0]>["options"]>(
  words: readonly string[],
  options: Options,
) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split("\n")[0] ?? "") : "Wrong use.");
  }
};

const isTarget = (target: string): target is MigrationTarget => ["embed", "v2", "v3"].includes(target);

const readResource = (word: string): readonly [email: string, id: string] => {
  const at = word.lastIndexOf("=");
  const [email, id] = at < 0 ? ["", word] : [word.slice(0, at), word.slice(at + 1)];
  if (!isUuid(id))
    throw new UsageError("--resource-id is a UUID, as 2939c4fa-f06f-4496-8a20-03f57afcdfe6, or EMAIL=UUID.");
  return [email.toLowerCase(), id];
};

const readAddress = (name: string, word = ""): string => {
  if (word === "") return "";
  const address = URL.canParse(word) ? new URL(word) : undefined;
  const isLoopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(address?.hostname ?? "");
  const isSecure = address?.protocol === "https:" || (address?.protocol === "http:" && isLoopback);
  if (!address || !isSecure || address.username !== "" || address.password !== "")
    throw new UsageError(`${name} is an https: address without a user, or http: on this machine.`);
  return word;
};

const readLink = (word = ""): string => {
  if (word !== "" && !/^(?:https?:\/\/|mailto:|tel:)/i.test(word))
    throw new UsageError("--fallback-url is an https:, http:, mailto: or tel: link.");
  return word;
};

const readKey = (word = ""): string => {
  if (word !== "" && !/^(?:live|test)_widget_key_\w+$/.test(word))
    throw new UsageError(
      "--app-key is an App Widget Key, live_widget_key_… or test_widget_key_…; no other key may stand in a page.",
    );
  return word;
};
