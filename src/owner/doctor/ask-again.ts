import type { Page } from "../../loader/page.ts";
import type { Finding } from "./finding.ts";

/**
 * Browsers do not tell a refused origin from a dead server. Asked with `no-cors`, a server that answers is heard,
 * unless it says `Cross-Origin-Resource-Policy`, as the reference broker does: then only a tab of its own can tell.
 */
export const askAgain = async (
  brokerUrl: string,
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
      found: "cannot be heard from this page",
      advice: `open ${brokerUrl.replace(/[?#].*/, "")} in a tab: if anything answers there, add ${window.origin} to ALLOWED_ORIGINS; if not, the address is wrong or the server is down`,
    };
  }
};
