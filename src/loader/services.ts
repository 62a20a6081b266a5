import type { Grant } from "../contract/grant.ts";
import { toLoaderError } from "./errors.ts";
import { createExplain, type CspViolations, type Explain, watchCspViolations } from "./explain.ts";
import type { OwnerTools } from "./owner-tools.ts";
import { builtIn, type Page, type Undo } from "./page.ts";
import { createLoadPinned, type ScriptSource } from "./scripts/load-pinned.ts";
import { createToScriptUrl } from "./scripts/load-script.ts";
import { fetchGrant } from "./token/fetch-grant.ts";
import { createGrantQueue, type GrantWish } from "./token/grant-queue.ts";
import { createDismissal, type Dismissal } from "./ui/dismissal.ts";
import type { Vendor } from "./vendor.ts";

/** What all embeds of a page use; none of it knows of an embed. */
export interface Services {
  readonly page: Page;
  /** What relative addresses are relative to. */
  readonly baseUrl: string;
  readonly explain: Explain;
  readonly violations: CspViolations;
  readonly dismissal: Dismissal;
  readonly requestGrant: (wish: GrantWish) => Promise<Grant>;
  readonly loadVendor: (source: ScriptSource) => Promise<Vendor>;
  readonly loadOwnerTools: (source: ScriptSource) => Promise<OwnerTools>;
  readonly stop: Undo;
}

/** Creates the services of one page. */
export const createServices = (page: Page): Services => {
  const { window, document } = page;
  const url = builtIn(document, "URL");
  const { violations, stop } = watchCspViolations(document);
  const explain = createExplain(violations, page);
  const loading = { page, explain, toScriptUrl: createToScriptUrl(window) };
  return {
    page,
    baseUrl: url.startsWith("about:") ? builtIn(document, "baseURI") : url,
    explain,
    violations,
    dismissal: createDismissal(window, page.now),
    requestGrant: createGrantQueue((question) =>
      fetchGrant(question, page).catch((error: unknown) => {
        throw explain(toLoaderError(error, "broker/failed"), question.brokerUrl);
      }),
    ),
    loadVendor: createLoadPinned<Vendor>(
      { integrity: __VENDOR_INTEGRITY__, property: "timekitEmbedVendor", tool: "start" },
      loading,
    ),
    loadOwnerTools: createLoadPinned<OwnerTools>(
      { integrity: __OWNER_INTEGRITY__, property: "timekitEmbedOwner", tool: "openGuide" },
      loading,
    ),
    stop,
  };
};
