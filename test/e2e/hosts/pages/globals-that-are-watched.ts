import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

// Magento at its worst: two libraries, an AMD loader and CommonJS, and not one of them may ever be seen changed.
export const page: HostPage = {
  files: () => ({
    "jquery.js": servePackage("jquery-1/dist/jquery.min.js"),
    "moment.js": servePackage("moment/min/moment.min.js"),
    "require.js": servePackage("requirejs/require.js"),
  }),
  html: (parts) =>
    writeDocument(
      `${writeScript({ src: "jquery.js" })}
       ${writeScript({ src: "moment.js" })}
       ${writeScript({ src: "require.js" })}
       ${writeScript({}, `var module = { exports: {} }; var exports = module.exports; var timekitBookingConfig = {};`)}
       ${writeLoader(parts, { async: "" })}`,
    ),
  globals: [
    "jQuery",
    "$",
    "moment",
    "define",
    "require",
    "requirejs",
    "module",
    "exports",
    "timekitBookingConfig",
  ],
  see: () => (Reflect.get(window, "jQuery") as (target: string) => { jquery: string })("html").jquery,
  sees: "1.12.4",
};
