import { onTestFinished } from "vitest";

/** What becomes of a script: it runs and hands something over, it is blocked, or nothing ever happens. */
export type ScriptOutcome = { readonly handsOver: unknown } | "is blocked" | "hangs";

export interface RequestedScript {
  readonly element: HTMLScriptElement;
  readonly src: string;
  readonly integrity: string;
  readonly crossOrigin: string | null;
  readonly nonce: string | undefined;
}

/** The scripts that the page has asked for, oldest first. */
export interface ServedScripts {
  readonly requested: readonly RequestedScript[];
}

/**
 * Lets the scripts that are added to the page run, until the test ends: the first one has the first outcome, and so
 * on, and the last outcome is that of all later ones. happy-dom runs no scripts and says `load` at once; browsers
 * say it later, and so does this.
 */
export const serveScripts = (...outcomes: readonly ScriptOutcome[]): ServedScripts => {
  const requested: RequestedScript[] = [];
  const own = new WeakSet<Event>();
  const say = (script: HTMLScriptElement, name: "load" | "error"): void => {
    const event = new Event(name);
    own.add(event);
    script.dispatchEvent(event);
  };
  const serve = (event: Event): void => {
    const script = event.target;
    if (!(script instanceof HTMLScriptElement) || own.has(event)) return;
    event.stopImmediatePropagation();
    const { src, integrity, crossOrigin, nonce } = script;
    const outcome = outcomes[Math.min(requested.length, outcomes.length - 1)];
    requested.push({ element: script, src, integrity, crossOrigin, nonce });
    queueMicrotask(() => {
      if (outcome === "is blocked") say(script, "error");
      if (typeof outcome !== "object") return;
      Object.assign(script, {
        timekitEmbedVendor: outcome.handsOver,
        timekitEmbedOwner: outcome.handsOver,
      });
      say(script, "load");
    });
  };
  const { settings } = Object(window).happyDOM;
  settings.handleDisabledFileLoadingAsSuccess = true;
  document.addEventListener("load", serve, true);
  onTestFinished(() => document.removeEventListener("load", serve, true));
  return { requested };
};
