import { LoaderError } from "../errors.ts";
import { builtIn } from "../page.ts";

interface ScriptRequest {
  readonly url: string;
  /** `sha384-…` */
  readonly integrity: string;
  readonly nonce: string | undefined;
  readonly timeoutMs: number;
}

/**
 * Runs one script in an element of its own, which is removed afterwards, and gives the element: what the script
 * has left there is its result.
 * @throws LoaderError `vendor/blocked` when it does not load, `vendor/timeout`.
 */
export const loadScript = (
  { url, integrity, nonce, timeoutMs }: ScriptRequest,
  document: Document,
  toScriptUrl: (url: string) => string,
): Promise<HTMLScriptElement> => {
  const script = builtIn(document, "createElement")("script");
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise<HTMLScriptElement>((resolve, reject) => {
    timer = setTimeout(() => reject(new LoaderError("vendor/timeout", url)), timeoutMs);
    script.onload = () => resolve(script);
    script.onerror = () => reject(new LoaderError("vendor/blocked", url));
    script.crossOrigin = "anonymous";
    script.integrity = integrity;
    if (nonce) script.nonce = nonce;
    try {
      script.src = toScriptUrl(url);
    } catch {
      // Trusted Types without our policy throws where other policies fire `error`.
      reject(new LoaderError("vendor/blocked", url));
    }
    builtIn(document, "head").append(script);
  }).finally(() => {
    clearTimeout(timer);
    script.onload = script.onerror = null;
    script.remove();
  });
};

const policyName = "timekit-embed";

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: ToScriptUrl }): { createScriptURL: ToScriptUrl };
}

/** A script's address as `script.src` takes it. */
export type ToScriptUrl = (url: string) => string;

/**
 * Gives addresses a form that `script.src` takes also under `require-trusted-types-for 'script'`. Call it once
 * for a page: a policy's name can be used once.
 */
export const createToScriptUrl = (window: Window): ToScriptUrl => {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  try {
    const policy = trustedTypes?.createPolicy(policyName, { createScriptURL: (url) => url });
    if (policy) return (url) => policy.createScriptURL(url);
  } catch {
    // The page's CSP does not list our policy; its default policy may still allow the address.
  }
  return (url) => url;
};
