import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";
import { serveDist } from "../serve-files.ts";

// In a module there is no current script; the tag is known by its resource.
export const page: HostPage = {
  files: () => ({ "dist/loader.mjs": serveDist("loader.mjs") }),
  html: (parts) => writeDocument(writeLoader(parts, { type: "module", src: "dist/loader.mjs" })),
};
