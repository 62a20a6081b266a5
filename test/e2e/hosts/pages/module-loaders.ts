import { readDist } from "../../../tools/dist.ts";
import { fileHeaders } from "../../world/open-servers.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { Hosts } from "../host-page.ts";
import { mountOptions, vendorPath, writeLoader, writeScript } from "../host-script.ts";
import { serveDist, servePackage, serveScript } from "../serve-files.ts";

// The scripts around it are sloppy, and have to stay so.
const before = "undeclaredBefore = 1;\n";
const after = "\n;undeclaredAfter = (function () { return this === window; })();";

export const hosts: Hosts = {
  "module import": {
    files: () => ({ "dist/loader.mjs": serveDist("loader.mjs") }),
    html: (parts) =>
      writeDocument(
        `<section id="here"></section>${writeScript(
          { type: "module" },
          `import { mount } from "./dist/loader.mjs";
         mount(${mountOptions(parts, { target: "#here", vendorUrl: vendorPath })});`,
        )}`,
      ),
    places: ["#here"],
  },

  // As in Electron, or where somebody has pasted a Node script.
  "common js globals": {
    html: (parts) =>
      writeDocument(
        `${writeScript(
          {},
          `var module = { exports: { mine: 1 } }; var exports = module.exports;
         var require = function (name) { throw new Error("no module " + name); };`,
        )}
       ${writeLoader(parts, { async: "" })}`,
      ),
    globals: ["module", "exports", "require"],
    see: () => ({
      exports: Reflect.get(window, "exports") as unknown,
      module: Reflect.get(window, "module") as unknown,
    }),
    sees: { exports: { mine: 1 }, module: { exports: { mine: 1 } } },
  },

  // An anonymous `define` beside it would end in "Mismatched anonymous define() module".
  "require js": {
    files: () => ({
      "require.js": servePackage("requirejs/require.js"),
      "shop.js": serveScript('define(["cart"], (cart) => ({ items: cart.items }));'),
      "cart.js": serveScript("define({ items: 3 });"),
    }),
    html: (parts) =>
      writeDocument(
        `${writeScript({ src: "require.js" })}
       ${writeLoader(parts, { async: "" })}
       ${writeScript({}, `require(["shop"], (shop) => { document.shop = shop; });`)}`,
      ),
    globals: ["define", "require", "requirejs"],
    see: () =>
      new Promise((resolve) => {
        const load = Reflect.get(window, "requirejs") as (
          names: string[],
          use: (api: unknown) => void,
        ) => void;
        load(["timekit-embed", "shop"], (api) =>
          resolve({
            isApi: api === Reflect.get(window, "TimekitEmbed"),
            shop: Reflect.get(document, "shop") as unknown,
          }),
        );
      }),
    sees: { isApi: true, shop: { items: 3 } },
  },

  "require js that loads the bundle": {
    files: () => ({ "require.js": servePackage("requirejs/require.js") }),
    html: (parts) =>
      writeDocument(
        `<section id="here"></section>
       ${writeScript({ src: "require.js" })}
       ${writeScript(
         {},
         `requirejs.config({ paths: { "timekit-embed": "dist/loader" } });
          requirejs(["timekit-embed"], (api) => {
            api.mount(${mountOptions(parts, { target: "#here", vendorUrl: vendorPath })});
          });`,
       )}`,
      ),
    places: ["#here"],
    globals: ["define", "require", "requirejs"],
    // RequireJS has made the tag; it says of no resource.
    prints: [],
  },

  "one file with other scripts": {
    files: () => ({
      "js/all.js": async () =>
        new Response(`${before}${(await readDist("loader.js")).toString()}${after}`, {
          headers: fileHeaders,
        }),
    }),
    html: (parts) =>
      writeDocument(writeLoader(parts, { src: "js/all.js", async: "", "data-vendor-url": vendorPath })),
    globals: ["undeclaredBefore", "undeclaredAfter"],
    see: () => Reflect.get(window, "undeclaredAfter"),
    sees: true,
  },
};
