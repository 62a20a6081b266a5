import type { Page } from "../../loader/page.ts";
import type { Finding } from "./finding.ts";

/**
 * Browsers do not tell a refused origin from a dead server. Asked with `no-cors`, a server that answers is heard,
 * unless it says `Cross-Origin-Resource-Policy`, as the reference broker does: then only a request from outside of a
 * browser can tell.
 */
export const askAgain = async (
  { brokerUrl, resourceId }: { readonly brokerUrl: string; readonly resourceId: string | undefined },
  { fetch, window }: Pick<Page, "fetch" | "window">,
): Promise<Finding> => {
  const what = "broker";
  try {
    await fetch(brokerUrl, { mode: "no-cors", credentials: "omit", cache: "no-store" });
    return {
      what,
      found: "answers, but not to this page",
      advice: `add ${window.origin} to its ALLOWED_ORIGINS, or let it send CORS headers`,
    };
  } catch {
    return {
      what,
      found: "does not answer this page",
      // Not "open it in a tab": a tab sends no Origin, and the broker refuses that, too.
      advice: `run curl -i -H 'Origin: ${window.origin}' '${brokerUrl.replace(/[?#].*/, "")}?resource_id=${resourceId}': if its status is 403, add ${window.origin} to ALLOWED_ORIGINS; without any answer, the address is wrong or the server is down`,
    };
  }
};
