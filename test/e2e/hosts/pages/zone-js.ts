import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

// An Angular page: promises, timers, observers and listeners are Angular's.
export const page: HostPage = {
  files: () => ({ "zone.js": servePackage("zone.js/bundles/zone.umd.min.js") }),
  html: (parts) => writeDocument(`${writeScript({ src: "zone.js" })}${writeLoader(parts, { async: "" })}`),
  globals: ["Zone"],
  ignoredGlobals: /^__zone_symbol__/,
};
