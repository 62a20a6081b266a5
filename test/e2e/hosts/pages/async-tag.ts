import { writeDocument } from "../../world/write-page.ts";
import type { HostPage } from "../host-page.ts";
import { writeLoader } from "../host-script.ts";

export const page: HostPage = {
  html: (parts) =>
    writeDocument(`<main>${writeLoader(parts, { async: "" })}<p>Open from nine to five.</p></main>`),
};
