import { LoaderError } from "../errors.ts";
import type { ConfigLayer } from "../vendor.ts";
import { findJsonFault } from "./json-fault.ts";
import { allowedValues, type OptionName, optionTable, type Read, type ReadContext } from "./option-table.ts";
import type { Options, Start } from "./options.ts";

/** One place where options may stand; `read` gives undefined or null where it says nothing. */
export interface Source {
  readonly read: (name: OptionName, attribute: string) => unknown;
  /** False where a stranger may have written it. */
  readonly isTrusted?: boolean;
  /** What it says beyond what it may. */
  readonly leftOut?: readonly string[];
}

/** The name of an option in an attribute, without `data-`. */
export const toAttribute = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const defaults = {
  notice: "on",
  upgradeUrl: "https://developers.timekit.io/docs/projects-migrating-from-v1-to-v2",
  lang: "en",
  start: "auto",
  minHeight: "480px",
  debug: false,
  words: {},
} as const;

/** The options without which a calendar is still its owner's: a bad value costs a warning and not the calendar. */
const isLook = (name: OptionName): name is "notice" | "lang" | "minHeight" | "upgradeUrl" | "fallbackUrl" =>
  /^(notice|lang|minHeight|upgradeUrl|fallbackUrl)$/.test(name);

/** Longer ones were not written by hand. */
const longestJson = 100_000;

/** What is wrong with an option, without quoting its value. */
const explainValue = (name: keyof typeof allowedValues, raw: unknown): string => {
  const isText = name === "config" && typeof raw === "string" && raw.length <= longestJson;
  const fault = isText && findJsonFault(raw);
  return `data-${toAttribute(name)}: it must be ${allowedValues[name]}${fault ? `, but ${fault} is not JSON` : ""}`;
};

const createError = (name: OptionName, raw: unknown): LoaderError =>
  name === "resourceId"
    ? new LoaderError("config/bad-resource-id")
    : name === "brokerUrl"
      ? new LoaderError("config/bad-broker-url")
      : new LoaderError("config/bad-option", explainValue(name, raw));

/** The ways to start, the soonest first. */
const starts: readonly unknown[] = ["auto", "visible", "click", "manual"] satisfies Start[];

/**
 * The options from all sources, strongest first. Never throws: a bad look is left out and named in `ignored`; of the
 * others the first bad value becomes `error`, and its default is used, so that the failure can still be shown as the
 * owner wished.
 */
export const resolveOptions = (sources: readonly Source[], context: ReadContext): Options => {
  const found: Record<string, unknown> = {};
  const configs: ConfigLayer[] = [];
  const ignored: string[] = [];
  let error: LoaderError | undefined;

  const readOption = (name: OptionName, read: Read, source: Source): unknown => {
    const attribute = toAttribute(name);
    let raw: unknown;
    try {
      raw = source.read(name, attribute);
      // An empty `lang`, say, is as good as none; an empty flag is one that is on.
      if (raw === undefined || raw === null) return undefined;
      const value = read(raw, context);
      if (value !== undefined) return value;
    } catch {
      // Malformed JSON, or a getter of the page's object has thrown: the option is named below.
    }
    if (isLook(name)) ignored.push(explainValue(name, raw));
    else error ??= createError(name, raw);
    return undefined;
  };

  /** `lazy` is another word for one way to start; within one source `start` wins. */
  const readStart = (source: Source): unknown => {
    const isLazy = readOption("lazy", optionTable.lazy, source);
    const start = readOption("start", optionTable.start, source);
    return start ?? (isLazy === undefined ? undefined : isLazy ? "visible" : "auto");
  };

  /** The owner's start, or a later one: a stranger's comment must not have anybody contacted sooner. */
  const chooseStart = (): unknown => {
    const ranks = [true, false].map((isOwners) => {
      const values = sources.filter(({ isTrusted = true }) => isTrusted === isOwners).map(readStart);
      return starts.indexOf(values.find((value) => value !== undefined));
    });
    return starts[Math.max(...ranks)];
  };

  for (const [name, read] of Object.entries(optionTable) as [OptionName, Read][]) {
    if (name === "lazy") continue;
    if (name === "start") {
      found[name] = chooseStart() ?? defaults.start;
      continue;
    }
    for (const source of sources) {
      const value = readOption(name, read, source);
      const { isTrusted = true, leftOut = [] } = source;
      if (name === "config" && (value !== undefined || leftOut.length > 0))
        configs.unshift({
          config: (value ?? {}) as ConfigLayer["config"],
          isTrusted,
          ...(leftOut.length > 0 && { leftOut }),
        });
      if (value !== undefined) found[name] ??= value;
    }
  }
  error ??= found["resourceId"] ? undefined : new LoaderError("config/no-resource-id");
  error ??= found["brokerUrl"] ? undefined : new LoaderError("config/no-broker-url");
  const options = { ...defaults, ...found, configs, ignored, ...(error && { error }) };
  // Each value has passed its row of the table.
  return options;
};
