import { builtIn } from "./built-in.ts";

/**
 * What the page's Content-Security-Policy has stopped so far: the directive that has to be changed, by what was
 * stopped, as `connect-src https://broker.example`.
 */
export type Blocked = ReadonlyMap<string, string>;

/** A page that stops each of a thousand pictures must not fill the memory. */
const limit = 99;

/** Writes down what the policy stops, as long as the page lives; what it would only report is left out. */
export const watchPolicy = (document: Document): Blocked => {
  const blocked = new Map<string, string>();
  builtIn(document, "addEventListener")(
    "securitypolicyviolation",
    ({ blockedURI, disposition, effectiveDirective, originalPolicy }) => {
      if (disposition === "report" || blocked.size > limit) return;
      // The younger directives, as `script-src-elem`, count only where the policy has them.
      const kind = effectiveDirective.replace(/-(elem|attr)$/, "");
      const named = [effectiveDirective, kind, "default-src"].find((name) =>
        new RegExp(`(^|[;,\\s])${name}(?![\\w-])`, "i").test(originalPolicy),
      );
      // Of an address its origin, of anything else the browser's word for it, as `inline`.
      const what = blockedURI.replace(/^(\w+:\/\/[^/?#]+).*/, "$1");
      blocked.set(`${kind} ${what}`, named ?? kind);
    },
  );
  return blocked;
};
