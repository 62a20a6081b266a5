import { LoaderError } from "../errors.ts";
import type { Page } from "../page.ts";
import type { ToScriptUrl } from "./script-url.ts";

export interface ScriptRequest {
  readonly url: URL;
  /** `sha384-…`; empty for a build of one's own without a pinned hash. */
  readonly integrity: string;
  readonly nonce: string | undefined;
  readonly timeoutMs: number;
  readonly toScriptUrl: ToScriptUrl;
}

/**
 * Runs one script in an element of its own, which is removed afterwards, and gives the element: what it left
 * there is its result.
 * @throws LoaderError `vendor/blocked` when it does not load, `vendor/timeout`.
 */
export const loadScript = (request: ScriptRequest, page: Page): Promise<HTMLScriptElement> =>
  new Promise((resolve, reject) => {
    const { url, integrity, nonce, timeoutMs, toScriptUrl } = request;
    const script = page.document.createElement("script");
    // The page may be in any charset; the file is in this one.
    script.charset = "utf-8";
    script.crossOrigin = "anonymous";
    script.integrity = integrity;
    if (nonce) script.nonce = nonce;

    const settle = (finish: () => void) => (): void => {
      clearTimeout(timer);
      script.onload = script.onerror = null;
      script.remove();
      finish();
    };
    const block = settle(() => reject(new LoaderError("vendor/blocked", { subject: url.href })));
    const timer = setTimeout(
      settle(() => reject(new LoaderError("vendor/timeout", { subject: url.href }))),
      timeoutMs,
    );
    script.onload = settle(() => resolve(script));
    script.onerror = block;

    try {
      script.src = toScriptUrl(url.href);
      page.document.head.append(script);
    } catch {
      // Trusted Types without our policy: the browser throws where other policies fire `error`.
      block();
    }
  });
