import { isSafeUrl, parseUrl, toUrl } from "../../contract/secure-url.ts";
import { isPlainObject, type PlainObject } from "../plain-object.ts";
import type { BookingReports, BookingRequest, ConfigLayer } from "../vendor.ts";
import { type CheckContext, containerOptions, pickAllowed } from "./allowed-options.ts";
import { shorten } from "./answers.ts";
import { prefillFields } from "./prefill.ts";

type Config = Record<string, unknown>;

/** Name and picture of the resource as the broker knows them: the weakest source of both. */
export const describeResource = (
  { name, avatar }: Pick<BookingRequest["grant"]["resource"], "name" | "avatar">,
  baseUrl: string,
): Config => {
  // A picture that is no link is no reason to show no calendar.
  const picture = parseUrl(avatar ?? "", baseUrl);
  return { ...(name && { name }), ...(avatar && picture && isWeb(picture) && { avatar: picture.href }) };
};

/** Whether v1 first loads a configuration from Timekit, over which it puts all that it is started with. */
const isRemote = ({ widgetId, widgetSlug, disableRemoteLoad }: PlainObject): boolean =>
  Boolean((widgetId || widgetSlug) && !disableRemoteLoad);

/**
 * Merges and checks the Booking.js v1 options of one embed, and adds what the broker granted: the one
 * credential, and name and picture where nothing else sets them.
 * @throws what `refuse` makes of an option that cannot be accepted.
 */
export const buildConfig = (
  { layers, grant, prefill, ...context }: Pick<BookingRequest, "layers" | "grant" | "prefill"> & CheckContext,
  { onIgnored, refuse }: Pick<BookingReports, "onIgnored" | "refuse">,
): Config => {
  const { app, token, resource } = grant;
  const credential = { email: resource.email, apiToken: token, app, autoload: false };
  const { baseUrl } = context;
  const merged: Config = {};
  for (const layer of layers)
    merge(merged, checkLayer(copyConfig(layer.config, refuse), layer, { onIgnored, ...context }));

  if (merged["timekitFindTimeTeam"])
    throw refuse("config.timekitFindTimeTeam: it would bring team members' tokens here");
  if (merged["avatar"]) {
    const avatar = toUrl(merged["avatar"], baseUrl);
    if (!avatar || !isWeb(avatar)) throw refuse("config.avatar");
    merged["avatar"] = avatar.href;
  }
  const sdk = merged["timekitConfig"];
  if (sdk != null) {
    // v1 reads an instance of a class like any object, so that what nobody has looked at would count.
    if (!isPlainObject(sdk)) throw refuse("config.timekitConfig: it must be a plain object");
    merged["timekitConfig"] = checkSdk(sdk, baseUrl, { onIgnored, refuse });
  }
  // A remote configuration gets both underneath instead, where its own name and its own fields win.
  if (isRemote(merged)) return { ...merged, ...credential };
  return { ...describeResource(resource, baseUrl), ...prefillFields(merged, prefill), ...credential };
};

const checkSdk = (
  sdk: PlainObject,
  baseUrl: string,
  { onIgnored, refuse }: Pick<BookingReports, "onIgnored" | "refuse">,
): Config => {
  const { app, apiBaseUrl, headers, ...others } = sdk;
  const checked: Config = others;
  if (app !== undefined) onIgnored("config.timekitConfig.app");
  if (apiBaseUrl !== undefined) {
    const url = toUrl(apiBaseUrl, baseUrl);
    if (!url || !isSafeUrl(url)) throw refuse("config.timekitConfig.apiBaseUrl: it must be https:");
    // v1 appends `v2` to it as it is.
    checked["apiBaseUrl"] = url.href.replace(/\/?$/, "/");
  }
  if (headers != null && !isPlainObject(headers))
    throw refuse("config.timekitConfig.headers: it must be a plain object");
  if (headers != null)
    checked["headers"] = Object.fromEntries(
      Object.entries(headers).filter(([name]) => {
        const isCredential = /^\s*(authorization|timekit-app)\s*$/i.test(name);
        if (isCredential) onIgnored(`config.timekitConfig.headers.${name}`);
        return !isCredential;
      }),
    );
  return checked;
};

const isWeb = ({ protocol }: URL): boolean => /^https?:$/.test(protocol);

const merge = (target: Config, source: PlainObject): void => {
  for (const [key, value] of Object.entries(source)) {
    const existing = target[key];
    if (isPlainObject(existing) && isPlainObject(value)) merge(existing, value);
    else target[key] = value;
  }
};

/** What the broker decides, and v1's `debug`, which prints the token. */
const ignored = ["apiToken", "email", "app", "debug"];
/** What the loader decides; an old configuration of the page may keep it. */
const ours = ["targetEl", "autoload"];

/** One source's options without those that it has no say in. */
export const checkLayer = (
  config: Record<string, unknown>,
  { isTrusted, leftOut = [] }: Omit<ConfigLayer, "config">,
  { onIgnored, ...context }: Pick<BookingReports, "onIgnored"> & CheckContext,
): Record<string, unknown> => {
  if (!isTrusted) {
    const picked = pickAllowed(config, containerOptions, context);
    const names = [...leftOut, ...picked.leftOut.map((name) => `config.${name}`)];
    if (names.length > 0)
      onIgnored(`${shorten(names)} of the container: only with data-containers="trusted" on the tag`);
    return picked.options;
  }
  for (const key of ignored) if (config[key]) onIgnored(`config.${key}`);
  for (const key of [...ignored, ...ours]) delete config[key];
  return config;
};

/**
 * Copies Booking.js options without touching them: objects and arrays are copied, functions, elements and
 * dates are shared.
 * @throws what `refuse` makes of `__proto__` and its like, a `javascript:` address, a cycle.
 */
export const copyConfig = (
  config: PlainObject,
  refuse: (option: string) => Error,
): Record<string, unknown> => {
  const copyText = (text: string, path: string): string => {
    // Browsers skip control characters and white space in front of and inside a scheme.
    if (/^(javascript|vbscript|data):/i.test(text.replace(/[\0-\x20]/g, ""))) throw refuse(path);
    return text;
  };

  const copyObject = (
    object: PlainObject,
    path: string,
    parents: readonly unknown[],
  ): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(object).map(([key, item]) => {
        const itemPath = `${path}.${key}`;
        if (/^(__proto__|constructor|prototype)$/.test(key)) throw refuse(itemPath);
        return [key, copy(item, itemPath, parents)];
      }),
    );

  const copy = (value: unknown, path: string, parents: readonly unknown[]): unknown => {
    if (typeof value === "string") return copyText(value, path);
    if (parents.includes(value)) throw refuse(`${path}, which contains itself`);
    const family = [...parents, value];
    if (Array.isArray(value)) return value.map((item, index) => copy(item, `${path}[${index}]`, family));
    return isPlainObject(value) ? copyObject(value, path, family) : value;
  };

  return copyObject(config, "config", [config]);
};
