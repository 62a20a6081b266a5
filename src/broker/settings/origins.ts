import type { Runtime } from "../runtime.ts";
import type { Convert } from "./converters.ts";
import { SettingProblem } from "./problem.ts";

/** Comma-separated exact origins, each written as browsers send it; the sentence names the entry by its position. */
export const toAllowedOrigins: Convert<ReadonlySet<string>> = (text) => {
  const origins = text.split(",").map((origin) => origin.trim());
  for (const [index, origin] of origins.entries()) {
    const complaint = findComplaint(origin);
    if (complaint) return new SettingProblem(`entry ${index + 1} ${complaint}.`);
  }
  return new Set(origins);
};

const findComplaint = (origin: string): string | undefined => {
  if (origin === "") return "is empty";
  if (origin.includes("*")) return "has a wildcard: list each origin exactly";
  if (origin === "null") return "is null, which every sandboxed frame sends: any site could then get tokens";
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url) return "is not an origin such as https://www.example.com";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "is neither https: nor http:";
  if (url.username || url.password) return "has a user or password";
  if (url.pathname !== "/" || url.search || url.hash || /[/?#]$/.test(origin))
    return "has a path, query, fragment or final slash: leave only scheme, host and port";
  if (url.origin !== origin)
    return "is not written as browsers send it: in lower case and Punycode, without the default port";
  return undefined;
};

/** The headers of a request that say where it comes from; null where one is missing. */
interface Provenance {
  readonly origin: string | null;
  readonly fetchSite: string | null;
}

/**
 * Whether a request may have a token: its origin is on the list, or it has none and the browser says `same-origin`.
 * Browsers send no `Origin` on a GET of the same origin; pages cannot forge `Sec-Fetch-Site`.
 */
export const isOriginAllowed = (provenance: Provenance, allowed: ReadonlySet<string>): boolean =>
  provenance.origin === null ? provenance.fetchSite === "same-origin" : allowed.has(provenance.origin);

/** What the log says of an origin that was refused; undefined where it has said so in the last minute. */
type ShowRefusedOrigin = (origin: string) => string | undefined;

const minuteMs = 60_000;

// Each request can name another one; what a minute brings beyond this is in the log only as refused.
const mostOrigins = 100;

/** Shows each refused origin once a minute, so that an owner finds one that is missing on the list and strangers cannot fill the log. */
export const createShowRefusedOrigin = ({ now }: Pick<Runtime, "now">): ShowRefusedOrigin => {
  const shownAtMs = new Map<string, number>();
  return (origin) => {
    const nowMs = now();
    // A time that lies ahead means that the clock was set back.
    for (const [shown, atMs] of shownAtMs)
      if (atMs > nowMs || nowMs - atMs >= minuteMs) shownAtMs.delete(shown);
    const readable = toReadable(origin);
    if (shownAtMs.has(readable) || shownAtMs.size >= mostOrigins) return undefined;
    shownAtMs.set(readable, nowMs);
    return readable;
  };
};

// As browsers write an origin, in the characters of host names alone: nothing that a terminal or a page would act on.
const serialized = /^https?:\/\/(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/;

const toReadable = (origin: string): string => {
  // What every page without an origin sends, such as one in a sandboxed frame.
  if (origin === "null") return origin;
  return serialized.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
    ? origin
    : "unreadable";
};
