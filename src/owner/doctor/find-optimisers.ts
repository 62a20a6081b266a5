import type { Finding } from "./finding.ts";

/** What optimisers leave in the pages that they rewrite. */
const marks = {
  "Cloudflare Rocket Loader": 'script[src*="rocket-loader"], script[data-cf-settings]',
  "WP Rocket": 'script[type="rocketlazyloadscript"], script[data-rocket-src], script[data-rocket-defer]',
  "LiteSpeed Cache": 'script[type="litespeed/javascript"], script[data-optimized]',
  Autoptimize: 'script[src*="/autoptimize"]',
  Perfmatters: "script[data-pmdelayedscript]",
  FlyingPress: "script[data-src][data-loading-method]",
  "SiteGround Optimizer": 'script[src*="siteground-optimizer-assets"]',
  NitroPack: 'script[nitro-exclude], script[type="nitropack/inlinescript"]',
} as const;

/** Who rewrites scripts here, and what became of the tag. */
export const findOptimisers = (document: ParentNode, tag: HTMLScriptElement | undefined): Finding[] => {
  const names = Object.entries(marks).flatMap(([name, selector]) =>
    document.querySelector(selector) ? [name] : [],
  );
  const isStripped = tag !== undefined && tag.src !== "" && ![...tag.attributes].some(isOurs);
  const isMoved = tag !== undefined && tag.src === "";
  return [
    {
      what: "optimiser",
      found: names.join(", ") || "none of the known ones",
      ...(names.length > 0 && { advice: "if the calendar appears late or twice, exclude loader.js there" }),
    },
    ...(isStripped
      ? [{ what: "attributes", found: "the tag has no data-… attributes; options come from its address" }]
      : []),
    ...(isMoved
      ? [{ what: "address", found: "the tag has no src", advice: "name the vendor file in data-vendor-url" }]
      : []),
  ];
};

const isOurs = ({ name }: Attr): boolean => name.startsWith("data-");
