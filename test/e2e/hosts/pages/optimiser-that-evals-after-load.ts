import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader, writeScript } from "../host-script.ts";

// As Cloudflare's Rocket Loader does it: another type, so that browsers skip the tag, and its text later.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<main>${writeLoader(parts, { type: "7d1f-text/javascript" })}</main>
       ${writeScript(
         {},
         `addEventListener("load", () => setTimeout(async () => {
           (0, eval)(await (await fetch("dist/loader.js")).text());
         }));`,
       )}`,
    ),
};
