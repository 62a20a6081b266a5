import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage, serveScript } from "../serve-files.ts";

// An anonymous `define` beside it would end in "Mismatched anonymous define() module".
export const page: HostPage = {
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
      const load = Reflect.get(window, "requirejs") as (names: string[], use: (api: unknown) => void) => void;
      load(["timekit-embed", "shop"], (api) =>
        resolve({
          isApi: api === Reflect.get(window, "TimekitEmbed"),
          shop: Reflect.get(document, "shop") as unknown,
        }),
      );
    }),
  sees: { isApi: true, shop: { items: 3 } },
};
