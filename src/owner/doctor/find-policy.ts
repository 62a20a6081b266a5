import type { CspViolations } from "../../loader/explain.ts";
import type { Finding } from "./finding.ts";

/** What a script can know of the page's policies: its own `meta`, and what was stopped so far. */
export const findPolicy = (document: ParentNode, violations: CspViolations, window: object): Finding[] => {
  const metas = [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]')].map(
    (meta) => meta.getAttribute("content") ?? "",
  );
  const stopped = [...violations].map(
    ([what, directive]) => `${directive} stopped ${what.replace(/^\S+ /, "")}`,
  );
  const trustedTypes: unknown = Reflect.get(window, "trustedTypes");
  const policy: unknown = Reflect.get(Object(trustedTypes), "defaultPolicy");
  return [
    { what: "CSP", found: metas.join("; ") || "none in the page; one in a header cannot be read" },
    {
      what: "stopped by it",
      found: stopped.join("; ") || "nothing so far",
      ...(stopped.length > 0 && { advice: "add to each directive that names a host of yours, that host" }),
    },
    {
      what: "Trusted Types",
      found: trustedTypes ? (policy ? "default policy" : "no default policy") : "unknown to this browser",
    },
  ];
};
