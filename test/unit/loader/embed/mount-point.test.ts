import type { State } from "../../../../src/loader/events.ts";
import { afterEach, describe, expect, test } from "vitest";
import { createMountPoint } from "../../../../src/loader/embed/mount-point.ts";
import { LoaderError } from "../../../../src/loader/errors.ts";
import type { Options } from "../../../../src/loader/options/options.ts";
import type { OwnerTools } from "../../../../src/loader/owner-tools.ts";
import type { ScriptSource } from "../../../../src/loader/scripts/load-pinned.ts";
import { createPage } from "../world/open-page.ts";

afterEach(() => document.body.replaceChildren());

const options: Options = {
  configs: [],
  ignored: [],
  notice: "on",
  upgradeUrl: "https://upgrade.example/",
  lang: "en",
  start: "auto",
  minHeight: "480px",
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
    asker: "owner" as const,
    tag: undefined,
    foundBy: undefined,
    vendorUrl: undefined,
    ownerUrl: "https://cdn.example/1.0.0/owner.js",
    nonce: "abc",
  };
  const page = createPage();
  const services = {
    page,
    baseUrl: document.URL,
    violations: new Map<string, string>(),
    dismissal: memory,
    loadOwnerTools,
  };
  const mountPoint = createMountPoint({
    request,
    services,
    findTarget: () => target,
    onOusted: () => undefined,
    onRemoved: () => undefined,
  });
  mountPoint.find()?.announce();
  const root = (name: string): ShadowRoot | null =>
    target.querySelector(`[data-timekit-part="${name}"]`)?.shadowRoot ?? null;
  return { mountPoint, root, heard, page, countDismissals: () => dismissals };
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

  test("speaks the language of the calendar, and says which", () => {
    const { root } = world({ lang: "de-AT" });
    expect(root("notice")?.querySelector("a")?.textContent).toBe("Zu v2 wechseln");
    expect(root("notice")?.host.getAttribute("lang")).toBe("de");
    expect(root("status")?.host.getAttribute("lang")).toBe("de");
  });

  test.each([
    [{ lang: "sv" }, "en", "Dismiss"],
    [{ lang: "sv", words: { dismiss: "Dölj" } }, "sv", "Dölj"],
    [{ lang: "de", words: { dismiss: "Weg" } }, "de", "Weg"],
  ])("of %j is in the language %s: %s", (options, lang, dismiss) => {
    const { root } = world(options);
    expect(root("notice")?.host.getAttribute("lang")).toBe(lang);
    expect(root("notice")?.querySelector("button")?.textContent).toBe(dismiss);
  });

  describe("with a button for an owner", () => {
    const texts = (root: ShadowRoot | null) =>
      [...(root?.querySelectorAll("button") ?? [])].map(({ textContent }) => textContent);

    test("has none for others, and loads nothing by itself", () => {
      expect(texts(world().root("notice"))).toEqual(["Dismiss"]);
      expect(texts(world({}, { isOwner: true }).root("notice"))).toEqual(["Show what v2 needs", "Dismiss"]);
    });

    test("opens the guide with the page's options, and tells when they were copied", async () => {
      const asked: unknown[] = [];
      const configs = [{ config: { name: "Shop" }, isTrusted: true }];
      const { root, heard } = world(
        { configs, resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6", lang: "da" },
        {
          isOwner: true,
          loadOwnerTools: (source) => {
            asked.push(source);
            return Promise.resolve({
              openGuide: ({ root, layers, resourceId, lang, upgradeUrl, words, onCopied }) => {
                asked.push({ host: root.host, layers, resourceId, lang, upgradeUrl, words });
                onCopied();
              },
              examine: unasked,
              describeOldLines: String,
            });
          },
        },
      );
      root("notice")?.querySelector("button")?.click();
      await expect.poll(() => asked.length).toBe(2);
      expect(asked).toEqual([
        { url: "https://cdn.example/1.0.0/owner.js", nonce: "abc" },
        {
          host: root("notice")?.host,
          layers: [{ config: {}, isTrusted: true }, ...configs],
          resourceId: "2939c4fa-f06f-4496-8a20-03f57afcdfe6",
          lang: "da",
          upgradeUrl: "https://upgrade.example/",
          words: {},
        },
      ]);
      expect(heard).toEqual([{ action: "shown" }, { action: "copied" }]);
    });

    test("says what to do where the guide does not load, until it does; that is no failure of the calendar", async () => {
      let isThere = false;
      let opened = 0;
      const { root, heard, page } = world(
        {},
        {
          isOwner: true,
          loadOwnerTools: () =>
            isThere
              ? Promise.resolve({
                  openGuide: () => void (opened += 1),
                  examine: unasked,
                  describeOldLines: String,
                })
              : Promise.reject(new LoaderError("vendor/blocked", "owner.js")),
        },
      );
      const text = () => root("notice")?.querySelector("p")?.textContent;
      root("notice")?.querySelector("button")?.click();
      await expect.poll(text).toMatch(/^owner\.js did not load\./);
      expect(page.printed).toEqual([["error", "[timekit-embed]", "vendor/blocked", text()]]);

      isThere = true;
      root("notice")?.querySelector("button")?.click();
      await expect.poll(text).toMatch(/^This calendar runs on/);
      expect(opened).toBe(1);
      expect(heard).toEqual([{ action: "shown" }]);
    });

    test("does not come back where it was dismissed while the guide was on its way", async () => {
      let fail: (error: Error) => void = () => undefined;
      const { root, page } = world(
        {},
        { isOwner: true, loadOwnerTools: () => new Promise((_, reject) => (fail = reject)) },
      );
      root("notice")?.querySelector("button")?.click();
      root("notice")?.querySelectorAll("button")[1]?.click();
      fail(new LoaderError("vendor/timeout", "owner.js"));
      await expect.poll(() => page.printed).toHaveLength(1);
      await Promise.resolve();
      expect(root("notice")?.childElementCount).toBe(0);
    });
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
    const { mountPoint, root } = world({ fallbackUrl: "tel:+15550100" });
    let retries = 0;
    mountPoint.draw({ state, error, onStart: () => undefined, onRetry: () => (retries += 1) });
    expect(root("status")?.querySelector("[role]")?.getAttribute("role") ?? null).toBe(role);
    root("status")?.querySelector("button")?.click();
    expect(retries).toBe(hasRetry ? 1 : 0);
    expect(root("status")?.querySelector("a")?.getAttribute("href") ?? null).toBe(
      error ? "tel:+15550100" : null,
    );
  });
});

describe("the old lines of a page", () => {
  const lines = ["<script src=booking.js>"];
  const tools: OwnerTools = {
    openGuide: () => undefined,
    examine: unasked,
    describeOldLines: ({ lang, lines }) => `${lang}: ${lines.join(", ")}`,
  };

  /** A mount point whose vendor file is there and has found old lines. */
  const keep = (options: Partial<Options>, browser: Browser) => {
    const { mountPoint, root } = world(options, { loadOwnerTools: () => Promise.resolve(tools), ...browser });
    const undone: string[] = [];
    mountPoint.keep({
      start: () => {
        throw new Error("It does not start here.");
      },
      keepPlace: (place) => {
        place.onOldLines(lines);
        return () => void undone.push("stopped");
      },
    });
    return { mountPoint, undone, text: () => root("notice")?.querySelector("p")?.textContent };
  };

  test("are told in an owner's browser, also where the notice was dismissed", async () => {
    const { text } = keep({ lang: "da" }, { isOwner: true, isDismissed: true });
    await expect.poll(text).toBe("da: <script src=booking.js>");
  });

  test.each<[string, Partial<Options>, Browser]>([
    ["a visitor's browser", {}, { isOwner: false, loadOwnerTools: unasked }],
    ["a page without notices", { notice: "off" }, { isOwner: true, loadOwnerTools: unasked }],
  ])("are not told in %s", async (_where, options, browser) => {
    const { text } = keep(options, browser);
    await new Promise((resolve) => setTimeout(resolve));
    expect(text() ?? "").not.toContain("booking.js");
  });

  test("are no longer looked for once the calendar is gone", () => {
    const { mountPoint, undone } = keep({}, {});
    mountPoint.remove();
    expect(undone).toEqual(["stopped"]);
  });
});
