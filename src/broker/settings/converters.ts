import { isUuid } from "../../contract/uuid.ts";
import { isLoopbackHost } from "../is-loopback.ts";
import { SettingProblem } from "./problem.ts";

/** Turns a setting's text, trimmed and not empty, into its value or says what is wrong with it. */
export type Convert<Value> = (text: string) => Value | SettingProblem;

/** Visible ASCII without spaces: what fits into a header unchanged. */
export const toToken: Convert<string> = (text) =>
  /^[!-~]{1,1024}$/.test(text)
    ? text
    : new SettingProblem("must be 1 to 1024 visible ASCII characters without spaces.");

/** A token that cannot be guessed: as above, but of at least this length. */
export const toTokenFrom =
  (shortest: number): Convert<string> =>
  (text) =>
    text.length < shortest && toToken(text) === text
      ? new SettingProblem(`must have at least ${shortest} characters.`)
      : toToken(text);

export const toText: Convert<string> = (text) => text;

/** A whole number within the bounds, both included. */
export const toInteger =
  (bounds: { readonly from: number; readonly to: number }): Convert<number> =>
  (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= bounds.from && value <= bounds.to
      ? value
      : new SettingProblem(`must be a whole number from ${bounds.from} to ${bounds.to}.`);
  };

export const toOneOf =
  <Choice extends string>(choices: readonly Choice[]): Convert<Choice> =>
  (text) =>
    choices.find((choice) => choice === text) ?? new SettingProblem(`must be one of: ${choices.join(", ")}.`);

/** Paths that are something else's: whether the broker is alive and ready, and its metrics. */
export const ownPaths = { alive: "/livez", ready: "/readyz", metrics: "/metrics" } as const;

/** The path of an address, of characters that no platform decodes, and without dot segments, which they resolve. */
export const toPath: Convert<string> = (text) => {
  if (!/^\/(?:[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*\/?)?$/.test(text) || text.length > 200)
    return new SettingProblem("must be a path such as /client-token, in plain characters.");
  return Object.values<string>(ownPaths).includes(text)
    ? new SettingProblem("is taken by the broker.")
    : text;
};

/** Comma-separated UUIDs, in lower case. */
export const toUuids: Convert<ReadonlySet<string>> = (text) => {
  const ids = text.split(",").map((id) => id.trim().toLowerCase());
  const position = ids.findIndex((id) => !isUuid(id)) + 1;
  return position === 0 ? new Set(ids) : new SettingProblem(`entry ${position} is not a UUID.`);
};

/** The address of the API without `/v2` and without a slash at its end. */
export const toApiUrl: Convert<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return new SettingProblem("must be an absolute URL.");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopbackHost(url.hostname)))
    return new SettingProblem("must be https:, or http: on a loopback address.");
  if (url.username || url.password) return new SettingProblem("must not contain a user or password.");
  if (url.search || url.hash) return new SettingProblem("must not contain a query or fragment.");
  if (/\/v2\/?$/.test(url.pathname)) return new SettingProblem("must not end in /v2: the broker adds that.");
  return url.href.replace(/\/+$/, "");
};
