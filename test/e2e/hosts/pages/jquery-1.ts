import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";
import { readJquery, usingJquery } from "../page-with-jquery.ts";
import { servePackage } from "../serve-files.ts";

export const page: HostPage = {
  files: () => ({ "jquery.js": servePackage("jquery-1/dist/jquery.min.js") }),
  html: (parts) =>
    writeDocument(
      `${writeScript({ src: "jquery.js" })}${writeScript({}, usingJquery)}${writeLoader(parts, { async: "" })}`,
    ),
  globals: ["jQuery", "$"],
  see: readJquery,
  sees: { version: "1.12.4", plugin: "mine", clicks: 2, data: "kept", isSame: true },
};
