import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

// As in Electron, or where somebody has pasted a Node script.
export const page: HostPage = {
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
};
