import type { Finding } from "./finding.ts";

/** What the loader uses of the youngest features, and whether it may keep what it remembers. */
export const findBrowser = (window: Window & typeof globalThis): Finding[] => {
  const features: Readonly<Record<string, boolean>> = {
    "constructable style sheets": "replaceSync" in window.CSSStyleSheet.prototype,
    adoptedStyleSheets: "adoptedStyleSheets" in window.Document.prototype,
    "shadow roots": "attachShadow" in window.Element.prototype,
    dialog: "HTMLDialogElement" in window,
    IntersectionObserver: "IntersectionObserver" in window,
    AbortController: "AbortController" in window,
  };
  const missing = Object.keys(features).filter((name) => !features[name]);
  return [
    {
      what: "browser",
      found: missing.length > 0 ? `lacks ${missing.join(", ")}` : "has every feature that is used",
      ...(missing.length > 0 && { advice: "see Browser support in README.md" }),
    },
    { what: "storage", found: describeStorage(window) },
    { what: "frame", found: describeFrame(window) },
  ];
};

const describeStorage = (window: Window): string => {
  try {
    const name = "timekit-embed:probe";
    window.localStorage.setItem(name, "1");
    window.localStorage.removeItem(name);
    return "works";
  } catch {
    return "denied: a dismissed notice comes back on the next page";
  }
};

const describeFrame = (window: Window): string => {
  if (window.origin === "null") return "sandboxed, without an origin: the broker refuses it";
  return window.parent === window ? "none" : "the page is in a frame";
};
