import { isUuid } from "../../contract/uuid.ts";
import { isPlainObject } from "../plain-object.ts";
import { isSafeUrl, parseUrl } from "../safe-url.ts";

/** What reading one value needs of the page. */
export interface ReadContext {
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  readonly isCssLength: (text: string) => boolean;
}

/** Reads one raw value (attribute text, or what `mount()` was given); undefined where it is not acceptable. */
export type Read<Value> = (raw: unknown, context: ReadContext) => Value | undefined;

const text: Read<string> = (raw) => (typeof raw === "string" && raw.trim() ? raw.trim() : undefined);

const flag: Read<boolean> = (raw) =>
  /^(|true|on|1)$/.test(String(raw)) ? true : /^(false|off|0)$/.test(String(raw)) ? false : undefined;

const choice = <Value extends string>(...values: readonly Value[]): Read<Value> => {
  return (raw) => values.find((value) => value === raw);
};

const address =
  (isAllowed: (url: URL) => boolean): Read<URL> =>
  (raw, { baseUrl }) => {
    const url = parseUrl(text(raw, { baseUrl, isCssLength: Boolean }) ?? ":", baseUrl);
    return url && isAllowed(url) ? url : undefined;
  };

const link =
  (protocols: RegExp): Read<string> =>
  (raw, context) =>
    address((url) => protocols.test(url.protocol))(raw, context)?.href;

const object: Read<Readonly<Record<string, unknown>>> = (raw) => {
  const value = typeof raw === "string" ? parseJson(raw) : raw;
  return isPlainObject(value) ? value : undefined;
};

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    // The caller names the option; the parser's message would quote the page.
    return undefined;
  }
};

/** Every option with the way its raw value is read. */
export const optionTable = {
  resourceId: (raw: unknown) => (typeof raw === "string" && isUuid(raw.trim()) ? raw.trim() : undefined),
  brokerUrl: address(isSafeUrl),
  target: ((raw, context) =>
    typeof raw === "object" && raw !== null && "nodeType" in raw
      ? (raw as Element)
      : text(raw, context)) satisfies Read<string | Element>,
  config: object,
  notice: choice("on", "owner", "off"),
  upgradeUrl: link(/^https?:$/),
  fallbackUrl: link(/^(https?|mailto|tel):$/),
  lang: text,
  lazy: flag,
  minHeight: ((raw, context) => {
    const length = text(raw, context);
    return length && context.isCssLength(length) ? length : undefined;
  }) satisfies Read<string>,
  containers: flag,
  vendorUrl: address((url) => /^https?:$/.test(url.protocol)),
  debug: flag,
  words: object,
  nonce: text,
} as const;

export type OptionName = keyof typeof optionTable;

/** The options that a container may set itself; a stranger may have written it. */
export const containerOptions: readonly OptionName[] = [
  "resourceId",
  "notice",
  "fallbackUrl",
  "lang",
  "lazy",
  "minHeight",
  "config",
];

/** `brokerUrl` → `broker-url`. */
export const toAttributeName = (name: OptionName): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
