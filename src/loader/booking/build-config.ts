import type { Grant } from "../../contract/grant.ts";
import { LoaderError } from "../errors.ts";
import { isPlainObject, type PlainObject } from "../plain-object.ts";
import { isSafeUrl, parseUrl } from "../safe-url.ts";
import { copyConfig } from "./copy-config.ts";

export interface ConfigParts {
  /** The owner's and the container's options, weakest first. */
  readonly layers: readonly { readonly config: PlainObject; readonly isOwners: boolean }[];
  readonly baseUrl: string;
  /** Tells the owner that an option is ignored, by its name. */
  readonly warn: (option: string) => void;
}

type Config = Record<string, unknown>;

/**
 * Merges and checks the Booking.js v1 options of one embed; credentials, target and autoload are left out.
 * @throws LoaderError `config/bad-option` that names the option.
 */
export const buildConfig = ({ layers, baseUrl, warn }: ConfigParts): Config => {
  const merged: Config = {};
  for (const { config, isOwners } of layers) merge(merged, checkLayer(copyConfig(config, isOwners), isOwners, warn));

  if (merged["timekitFindTimeTeam"]) throw refuse("config.timekitFindTimeTeam (Timekit would send team members' tokens here)");
  if (merged["avatar"]) merged["avatar"] = toImageUrl(merged["avatar"], baseUrl);
  const sdk = merged["timekitConfig"];
  if (isPlainObject(sdk)) merged["timekitConfig"] = checkSdk(sdk, baseUrl, warn);
  return merged;
};

/** Adds what the broker granted: the one credential, and name and picture where the owner has set none. */
export const addGrant = (config: PlainObject, { token, app, resource }: Grant, baseUrl: string): Config => {
  const { email, name, avatar } = resource;
  const picture = avatar ? parseUrl(avatar, baseUrl) : null;
  return {
    ...(name && { name }),
    // A picture that is no link is no reason to show no calendar.
    ...(picture && isWeb(picture) && { avatar: picture.href }),
    ...config,
    email,
    apiToken: token,
    app,
    autoload: false,
  };
};

/** Ours, or unsafe in a page: v1's `debug` prints the token. */
const ignored = ["apiToken", "email", "app", "targetEl", "autoload", "debug"];

const checkLayer = (config: Config, isOwners: boolean, warn: ConfigParts["warn"]): Config => {
  for (const key of ignored) {
    if (!(key in config)) continue;
    // A page's old configuration has a target and may keep it.
    if (!/targetEl|autoload/.test(key)) warn(`config.${key}`);
    delete config[key];
  }
  if (isOwners) return config;
  if ("timekitConfig" in config) throw refuse("config.timekitConfig in a container");
  const calendar = config["fullCalendar"];
  // FullCalendar loads these from any address, as a script where the address asks for JSONP.
  for (const key of ["events", "eventSources", "googleCalendarApiKey"])
    if (isPlainObject(calendar) && key in calendar) throw refuse(`config.fullCalendar.${key} in a container`);
  return config;
};

const checkSdk = (sdk: PlainObject, baseUrl: string, warn: ConfigParts["warn"]): Config => {
  const { app, apiBaseUrl, headers, ...rest } = sdk;
  if (app !== undefined) warn("config.timekitConfig.app");
  const checked: Config = { ...rest };
  if (apiBaseUrl !== undefined) {
    const url = parseUrl(String(apiBaseUrl), baseUrl);
    if (!url || !isSafeUrl(url)) throw refuse("config.timekitConfig.apiBaseUrl must be https:");
    // v1 appends `v2` to it as it is.
    checked["apiBaseUrl"] = url.href.replace(/\/?$/, "/");
  }
  if (isPlainObject(headers))
    checked["headers"] = Object.fromEntries(
      Object.entries(headers).filter(([name]) => {
        const isCredential = /^(authorization|timekit-app)$/i.test(name.trim());
        if (isCredential) warn(`config.timekitConfig.headers.${name}`);
        return !isCredential;
      }),
    );
  return checked;
};

const toImageUrl = (avatar: unknown, baseUrl: string): string => {
  const url = parseUrl(String(avatar), baseUrl);
  if (!url || !isWeb(url)) throw refuse("config.avatar must be an https: or http: address");
  return url.href;
};

const isWeb = (url: URL): boolean => /^https?:$/.test(url.protocol);

const merge = (target: Config, source: PlainObject): void => {
  for (const [key, value] of Object.entries(source)) {
    const existing = target[key];
    if (isPlainObject(existing) && isPlainObject(value)) merge(existing as Config, value);
    else target[key] = value;
  }
};

const refuse = (subject: string): LoaderError => new LoaderError("config/bad-option", { subject });
