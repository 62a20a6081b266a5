import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// What a script asks of the document may be an element.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<img name="URL" alt=""><img name="baseURI" alt=""><img name="readyState" alt=""><img name="adoptedStyleSheets" alt="">${writeLoader(parts, { async: "" })}`,
    ),
};
