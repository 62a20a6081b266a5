import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

// It reads like the page's v1 configuration, and is none.
export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<a id="timekitBookingConfig" href="mailto:a@example.com"></a>${writeLoader(parts, { async: "" })}`,
    ),
};
