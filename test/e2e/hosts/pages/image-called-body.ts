import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// The document's body is then an image.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<img name="body" alt=""><img name="documentElement" alt="">${writeLoader(parts, { async: "" })}`,
    ),
};
