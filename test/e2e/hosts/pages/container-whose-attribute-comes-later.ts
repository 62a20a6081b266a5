import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, writeLoader, writeScript } from "../host-script.ts";

// As it happens where a framework fills in markup that came from a server.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<article></article>
       ${writeScript(
         {},
         `addEventListener("load", () => setTimeout(() => {
            document.querySelector("article").dataset.timekitResourceId = "${parts.resourceId}";
          }, 50));`,
       )}`,
      writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
    ),
  places: ["article"],
  // When it was parsed, the page had nothing for the tag to do.
  prints: [/^error: \[timekit-embed\] config\/no-resource-id /],
};
