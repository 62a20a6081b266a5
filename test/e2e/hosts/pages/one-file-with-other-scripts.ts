import { readDist } from "../../../tools/dist.ts";
import { fileHeaders } from "../../world/create-sites.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { vendorPath, writeLoader } from "../host-script.ts";

// The scripts around it are sloppy, and have to stay so.
const before = "undeclaredBefore = 1;\n";
const after = "\n;undeclaredAfter = (function () { return this === window; })();";

export const page: HostPage = {
  files: () => ({
    "js/all.js": async () =>
      new Response(`${before}${(await readDist("loader.js")).toString()}${after}`, { headers: fileHeaders }),
  }),
  html: (parts) =>
    writeDocument(writeLoader(parts, { src: "js/all.js", async: "", "data-vendor-url": vendorPath })),
  globals: ["undeclaredBefore", "undeclaredAfter"],
  see: () => Reflect.get(window, "undeclaredAfter"),
  sees: true,
};
