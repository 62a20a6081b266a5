import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { mountOptions, vendorPath, writeScript } from "../host-script.ts";
import { serveDist } from "../serve-files.ts";

export const page: HostPage = {
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
};
