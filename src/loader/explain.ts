import { parseUrl } from "../contract/secure-url.ts";
import { type ErrorCode, LoaderError } from "./errors.ts";
import { builtIn, type Page, type Undo } from "./page.ts";
import { causes } from "./sentences.ts";

/** Gives a failure a more exact sentence where its cause can be known; `url` is what could not be reached. */
export type Explain = (error: LoaderError, url: string | undefined) => LoaderError;

/** Creates the explaining of failures by the page's policy and its origin. */
export const createExplain =
  (violations: CspViolations, { window }: Pick<Page, "window">): Explain =>
  (error, url = "") => {
    const cause = findCause(error.code, parseUrl(url, url)?.origin ?? "", violations);
    // Only a comparison, so that what a page has put there instead is never made a text.
    const isWithoutOrigin = window.origin === "null" && /^broker\/(unr|o)/.test(error.code);
    const sentence = cause ?? (isWithoutOrigin ? causes.nullOrigin : undefined);
    return sentence ? new LoaderError(error.code, "", { sentence, requestId: error.requestId }) : error;
  };

const findCause = (code: ErrorCode, origin: string, violations: CspViolations): string | undefined => {
  if (violations.has("require-trusted-types-for trusted-types-sink")) {
    if (code === "vendor/unusable") return causes.trustedTypes;
    // A default policy of the page might have let our address pass.
    if (code === "vendor/blocked" && violations.has("trusted-types trusted-types-policy"))
      return causes.policy("trusted-types", "timekit-embed");
  }
  const kinds: Partial<Record<ErrorCode, string>> = {
    "vendor/blocked": "script-src",
    "broker/unreachable": "connect-src",
    "widget/failed": "connect-src",
  };
  const directive = violations.get(`${kinds[code]} ${origin}`);
  return directive && causes.policy(directive, origin);
};

/**
 * What the page's Content-Security-Policy has stopped so far: the directive that has to be changed, by what was
 * stopped, as `connect-src https://broker.example`.
 */
export type CspViolations = ReadonlyMap<string, string>;

/** A page that stops each of a thousand pictures must not fill the memory. */
const limit = 99;

/** Records what the policy stops; what it would only report is left out. */
export const watchCspViolations = (
  document: Document,
): { readonly violations: CspViolations; readonly stop: Undo } => {
  const violations = new Map<string, string>();
  const record = (event: SecurityPolicyViolationEvent): void => {
    const { blockedURI, disposition, effectiveDirective, originalPolicy } = event;
    if (disposition === "report" || violations.size > limit) return;
    // The younger directives, such as `script-src-elem`, count only where the policy has them.
    const kind = effectiveDirective.replace(/-(elem|attr)$/, "");
    const named = [effectiveDirective, kind, "default-src"].find((name) =>
      new RegExp(`(^|[;,\\s])${name}(?![\\w-])`, "i").test(originalPolicy),
    );
    // URLs become origins; keywords such as `inline` stay.
    const what = blockedURI.replace(/^(\w+:\/\/[^/?#]+).*/, "$1");
    violations.set(`${kind} ${what}`, named ?? kind);
  };
  builtIn(document, "addEventListener")("securitypolicyviolation", record);
  return {
    violations,
    stop: () => builtIn(document, "removeEventListener")("securitypolicyviolation", record),
  };
};
