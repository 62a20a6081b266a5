import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// Images with a name are properties of the document, over its own.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<img name="currentScript" alt="" data-resource-id="none">${writeLoader(parts, { async: "" })}`,
    ),
};
