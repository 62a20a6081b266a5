import { afterEach, describe, expect, test } from "vitest";
import { createPage } from "./world/create-page.ts";
import type { Options } from "../../../src/loader/config/options.ts";
import { LoaderError } from "../../../src/loader/errors.ts";
import type { State } from "../../../src/loader/lifecycle.ts";
import type { OwnerTools } from "../../../src/loader/owner-tools.ts";
import type { ScriptSource } from "../../../src/loader/scripts/load-pinned.ts";
import { drawState, showParts } from "../../../src/loader/show-parts.ts";

afterEach(() => document.body.replaceChildren());

const options: Options = {
  configs: [],
  notice: "on",
  upgradeUrl: "https://upgrade.example/",
  lang: "en",
  lazy: false,
  minHeight: "480px",
  containers: true,
  debug: false,
  words: {},
};

const unasked = (): Promise<never> => Promise.reject(new Error("Nobody has asked for it."));

interface Browser {
  readonly isOwner?: boolean;
  readonly isDismissed?: boolean;
  readonly loadOwnerTools?: (source: ScriptSource) => Promise<OwnerTools>;
}

const world = (
  parts: Partial<Options> = {},
  { isOwner = false, isDismissed = false, loadOwnerTools = unasked }: Browser = {},
) => {
  const target = document.createElement("div");
  document.body.append(target);
  const heard: unknown[] = [];
  for (const name of ["timekit-embed:notice", "timekit-embed:error"])
    target.addEventListener(name, (event) => void heard.push(event instanceof CustomEvent && event.detail));
  let dismissals = 0;
  const memory = {
    isOwner: () => isOwner,
    isDismissed: () => isDismissed,
    dismiss: () => {
      dismissals += 1;
    },
  };
  const request = {
    options: { ...options, ...parts },
    tag: undefined,
    vendorUrl: undefined,
    ownerUrl: "https://cdn.example/1.0.0/owner.js",
    nonce: "abc",
  };
  const page = createPage();
  const shown = showParts(target, request, {
    page,
    baseUrl: document.URL,
    noticeMemory: memory,
    fetchGrant: unasked,
    loadVendor: unasked,
    loadOwnerTools,
    isTaken: () => false,
    onDestroyed: () => undefined,
  });
  const root = (name: string): ShadowRoot | null =>
    target.querySelector(`[data-timekit-part="${name}"]`)?.shadowRoot ?? null;
  return { shown, root, heard, page, countDismissals: () => dismissals };
};

describe("the notice", () => {
  test.each([
    ["on", false, false, true],
    ["on", true, false, true],
    ["on", false, true, false],
    ["owner", false, false, false],
    ["owner", true, false, true],
    ["owner", true, true, false],
    ["off", true, false, false],
    ["off", false, false, false],
  ] as const)(
    "%s, in an owner's browser: %s, dismissed: %s; is shown: %s",
    (notice, isOwner, isDismissed, expected) => {
      const { root, heard } = world({ notice }, { isOwner, isDismissed });
      expect(root("notice")?.querySelector("section") !== null).toBe(expected);
      expect(heard).toEqual(expected ? [{ action: "shown" }] : []);
    },
  );

  test("is remembered when it is dismissed, and only then", () => {
    const { root, heard, countDismissals } = world();
    expect(countDismissals()).toBe(0);
    root("notice")?.querySelector("button")?.click();
    expect(countDismissals()).toBe(1);
    expect(heard).toEqual([{ action: "shown" }, { action: "dismissed" }]);
  });

  test("speaks with the page's words where it has some", () => {
    const { root } = world({ words: { dismiss: "Weg" } });
    expect(root("notice")?.querySelector("button")?.textContent).toBe("Weg");
    expect(root("notice")?.querySelector("a")?.textContent).toBe("Move to v2");
  });
});

describe("what is drawn", () => {
  const failure = new LoaderError("broker/busy");
  const mistake = new LoaderError("config/no-broker-url");
  test.each<[State, LoaderError | undefined, string | null, boolean]>([
    ["waiting", undefined, "status", false],
    ["authorizing", undefined, "status", false],
    ["loading", undefined, "status", false],
    ["ready", undefined, null, false],
    ["failed", failure, "alert", true],
    ["failed", mistake, "alert", false],
  ])("in the state %s, after %s, has the role %s, and a retry: %s", (state, error, role, hasRetry) => {
    const { shown, root } = world();
    let retries = 0;
    drawState(shown, { state, error, onRetry: () => (retries += 1), fallbackUrl: "tel:+15550100" });
    expect(root("status")?.querySelector("[role]")?.getAttribute("role") ?? null).toBe(role);
    root("status")?.querySelector("button")?.click();
    expect(retries).toBe(hasRetry ? 1 : 0);
    expect(root("status")?.querySelector("a")?.getAttribute("href") ?? null).toBe(
      error ? "tel:+15550100" : null,
    );
  });
});
