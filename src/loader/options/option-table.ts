import { isSafeUrl, parseUrl } from "../../contract/secure-url.ts";
import { isUuid } from "../../contract/uuid.ts";
import { isPlainObject } from "../plain-object.ts";

/** What reading one value needs of the page. */
export interface ReadContext {
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  readonly isCssLength: (text: string) => boolean;
}

/** Reads one raw value (attribute text, or what `mount()` was given); undefined where it is not acceptable. */
export type Read = (raw: unknown, context: ReadContext) => unknown;

const text =
  (isAllowed: (text: string, context: ReadContext) => boolean): Read =>
  (raw, context) => {
    const trimmed = typeof raw === "string" ? raw.trim() : "";
    return trimmed && isAllowed(trimmed, context) ? trimmed : undefined;
  };

const address =
  (isAllowed: (url: URL) => boolean): Read =>
  (raw, { baseUrl }) => {
    const url = typeof raw === "string" && raw.trim() ? parseUrl(raw, baseUrl) : undefined;
    return url && isAllowed(url) ? url.href : undefined;
  };

const anyText = text(() => true);
const webAddress = address(({ protocol }) => /^https?:$/.test(protocol));

const flag: Read = (raw) => {
  // The text of an empty list would be that of an attribute without a value.
  const value = typeof raw === "string" || typeof raw === "boolean" ? String(raw) : "?";
  return /^(|true|on|1)$/.test(value) ? true : /^(false|off|0)$/.test(value) ? false : undefined;
};

/** Whose word containers are taken for, or that there are to be none. */
export type Containers = "on" | "trusted" | "off";

const containers: Read = (raw, context) =>
  raw === "trusted" ? raw : { true: "on", false: "off" }[String(flag(raw, context))];

const object: Read = (raw) => {
  // The caller catches what the parser throws; its message would quote the page.
  const value: unknown = typeof raw === "string" ? JSON.parse(raw) : raw;
  return isPlainObject(value) ? value : undefined;
};

/** Every option with the way its raw value is read; `read` may throw on malformed JSON. */
export const optionTable = {
  resourceId: text(isUuid),
  brokerUrl: address(isSafeUrl),
  target: (raw, context) => (raw instanceof Element ? raw : anyText(raw, context)),
  config: object,
  notice: text((value) => /^(on|owner|off)$/.test(value)),
  upgradeUrl: webAddress,
  fallbackUrl: address(({ protocol }) => /^(https?|mailto|tel):$/.test(protocol)),
  lang: anyText,
  start: text((value) => /^(auto|visible|click|manual)$/.test(value)),
  lazy: flag,
  prefill: text((value) => /^((name|email|comment|phone|voip|location)(\s*,\s*(?!$)|$))+$/.test(value)),
  dataLayer: text((value) => /^[a-z_$][\w$]*$/i.test(value)),
  minHeight: text((value, { isCssLength }) => isCssLength(value)),
  containers,
  vendorUrl: webAddress,
  debug: flag,
  words: object,
  nonce: anyText,
} as const satisfies Readonly<Record<string, Read>>;

export type OptionName = keyof typeof optionTable;

const webAddressText = "an https: or http: address";

/** What each option may be, as its owner is told; the two others have an error code of their own. */
export const allowedValues: Readonly<Record<Exclude<OptionName, "resourceId" | "brokerUrl">, string>> = {
  target: "a CSS selector",
  config: "a JSON object",
  notice: "on, owner or off",
  upgradeUrl: webAddressText,
  fallbackUrl: "an https:, http:, mailto: or tel: address",
  lang: "a language, such as en",
  start: "auto, visible, click or manual",
  prefill: "names of form fields, separated by commas",
  dataLayer: "the name of a global array",
  lazy: "on or off",
  minHeight: "a CSS length",
  containers: "on, trusted or off",
  vendorUrl: webAddressText,
  debug: "on or off",
  words: "a JSON object",
  nonce: "text",
};
