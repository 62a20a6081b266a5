import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { vendorPath, writeLoader } from "../host-script.ts";
import { serveDist } from "../serve-files.ts";

// Scripts without a charset of their own are read in the page's.
const headers = { "content-type": "text/javascript", "access-control-allow-origin": "*" };

export const page: HostPage = {
  headers: { "content-type": "text/html; charset=windows-1252" },
  files: () => ({
    "dist/loader.js": serveDist("loader.js", headers),
    [vendorPath]: serveDist(vendorPath.replace("dist/", ""), headers),
  }),
  html: (parts) => writeDocument(writeLoader(parts, { async: "" })).replace('<meta charset="utf-8">', ""),
  see: () => ({
    charset: document.characterSet,
    // Read as windows-1252, every UTF-8 character beyond ASCII starts with one of these.
    hasGarbage: /[ÃÂâ]/.test(
      document.body.innerText +
        [...document.querySelectorAll("[data-timekit-part]")]
          .map((part) => part.shadowRoot?.textContent)
          .join(""),
    ),
  }),
  sees: { charset: "windows-1252", hasGarbage: false },
};
