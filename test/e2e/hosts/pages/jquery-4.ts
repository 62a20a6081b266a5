import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { readJquery, usingJquery } from "../page-with-jquery.ts";
import { servePackage } from "../serve-files.ts";

export const page: HostPage = {
  files: () => ({ "jquery.js": servePackage("jquery-4/dist/jquery.min.js") }),
  html: (parts) =>
    writeDocument(
      `${writeScript({ src: "jquery.js" })}${writeScript({}, usingJquery)}${writeLoader(parts, { async: "" })}`,
    ),
  globals: ["jQuery", "$"],
  see: readJquery,
  sees: { version: "4.0.0", plugin: "mine", clicks: 2, data: "kept", isSame: true },
};
