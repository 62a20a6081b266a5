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
