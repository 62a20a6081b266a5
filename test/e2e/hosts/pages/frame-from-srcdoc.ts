import { toHtml } from "../../../../demo/pages/html.ts";
import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(
      `<iframe width="1000" height="700" srcdoc="${toHtml(writeDocument(writeLoader(parts, { async: "" })))}"></iframe>`,
    ),
  frame: "iframe",
};
