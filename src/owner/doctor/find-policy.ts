import type { CspViolations } from "../../loader/explain.ts";
import type { Finding } from "./finding.ts";

/** What a script can know of the page's policies: its own `meta`, and what was stopped so far. */
export const findPolicy = (document: ParentNode, violations: CspViolations, window: object): Finding[] => {
  const metas = [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]')].map(
    (meta) => meta.getAttribute("content") ?? "",
  );
  const stopped = [...violations].map(
    ([what, directive]) => `${directive} blocked ${what.replace(/^\S+ /, "")}`,
  );
  const trustedTypes: unknown = Reflect.get(window, "trustedTypes");
  const policy: unknown = Reflect.get(Object(trustedTypes), "defaultPolicy");
  return [
    { what: "CSP", found: metas.join("; ") || "none in the page; a script cannot read one in a header" },
    {
      what: "blocked by CSP",
      found: stopped.join("; ") || "nothing so far",
      ...(stopped.length > 0 && { advice: "if one of these hosts is yours, add it to that directive" }),
    },
    {
      what: "Trusted Types",
      found: trustedTypes
        ? policy
          ? "default policy"
          : "no default policy"
        : "not supported by this browser",
    },
  ];
};
