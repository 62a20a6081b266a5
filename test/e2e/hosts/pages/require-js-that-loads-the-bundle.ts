import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { mountOptions, vendorPath, writeScript } from "../host-script.ts";
import { servePackage } from "../serve-files.ts";

export const page: HostPage = {
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
};
