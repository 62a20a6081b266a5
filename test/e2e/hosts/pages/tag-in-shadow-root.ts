import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { createLoader, writeScript } from "../host-script.ts";

// Inside of a shadow tree there is no current script, and the document's queries do not find the tag.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<booking-area></booking-area>${writeScript(
        {},
        `{ ${createLoader(parts)}
           document.querySelector("booking-area").attachShadow({ mode: "open" }).append(tag); }`,
      )}`,
    ),
  places: ["booking-area >>> script + div"],
};
