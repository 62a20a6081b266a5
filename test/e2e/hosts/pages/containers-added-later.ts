import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { defaultAttributes, writeLoader, writeScript } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<main></main>
       ${writeScript(
         {},
         `addEventListener("load", () => setTimeout(() => {
            const place = document.querySelector("main");
            place.innerHTML = '<div><p></p><section id="one" data-timekit-resource-id="${parts.resourceId}"></section></div>';
            const two = document.createElement("article");
            two.id = "two";
            two.dataset.timekitResourceId = "${parts.resourceId}";
            place.append(two);
          }, 50));`,
       )}`,
      writeLoader(parts, { ...defaultAttributes(parts), async: "" }),
    ),
  states: ["ready", "ready"],
  places: ["#one", "#two"],
  // When it was parsed, the page had nothing for the tag to do.
  prints: [/^error: \[timekit-embed\] config\/no-resource-id /],
};
