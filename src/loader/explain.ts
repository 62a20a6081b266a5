import { type ErrorCode, LoaderError } from "./errors.ts";
import type { Page } from "./page.ts";
import { parseUrl } from "./safe-url.ts";
import { causes } from "./sentences.ts";
import type { Blocked } from "./watch-policy.ts";

/** Gives a failure a more exact sentence where its cause can be known; `url` is what could not be reached. */
export type Explain = (error: LoaderError, url: string | undefined) => LoaderError;

/** Creates the explaining of failures by the page's policy and its origin. */
export const createExplain =
  (blocked: Blocked, { window }: Pick<Page, "window">): Explain =>
  (error, url = "") => {
    const cause = findCause(error.code, parseUrl(url, url)?.origin ?? "", blocked);
    // Only a comparison, so that what a page has put there instead is never made a text.
    const isWithoutOrigin = window.origin === "null" && /^broker\/(unr|o)/.test(error.code);
    const sentence = cause ?? (isWithoutOrigin ? causes.nullOrigin : undefined);
    return sentence ? new LoaderError(error.code, "", { sentence, requestId: error.requestId }) : error;
  };

const findCause = (code: ErrorCode, origin: string, blocked: Blocked): string | undefined => {
  if (blocked.has("require-trusted-types-for trusted-types-sink")) {
    if (code === "vendor/unusable") return causes.trustedTypes;
    // A default policy of the page might have let our address pass.
    if (code === "vendor/blocked" && blocked.has("trusted-types trusted-types-policy"))
      return causes.policy("trusted-types", "timekit-embed");
  }
  const kinds: Partial<Record<ErrorCode, string>> = {
    "vendor/blocked": "script-src",
    "broker/unreachable": "connect-src",
    "widget/failed": "connect-src",
  };
  const directive = blocked.get(`${kinds[code]} ${origin}`);
  return directive && causes.policy(directive, origin);
};
